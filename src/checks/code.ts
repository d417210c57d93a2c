import { bundledLanguages, isSpecialLang } from 'shiki';
import type { Issue } from '../lib/issue.ts';
import { didYouMean } from '../lib/nearest.ts';
import { parseMeta } from '../markdown/code-meta.ts';
import type { Fence } from '../markdown/facts.ts';
import { eachText, issueIn } from './check.ts';

type Complaint = readonly [message: string, hint: string];

const metaForms = 'title="文件名"、{4-5}（标出的行）、raises=ValueError、norun="原因"、varies';

function languageComplaints({ language, follows }: Fence): Complaint[] {
  if (language === '') return [['代码块没有写语言', '写成 ```python、```text 或 ```console；没有合适的就写 text。']];
  if (language === 'output') {
    return follows === '' || follows === 'output'
      ? [['output 代码块前面没有它的代码', 'output 紧跟在产生它的代码块之后，中间不隔文字；别处的输出写成 ```text。']]
      : [];
  }
  if (isSpecialLang(language) || Object.hasOwn(bundledLanguages, language)) return [];
  return [[`代码块的语言「${language}」不认识`,
    `${didYouMean(language, Object.keys(bundledLanguages))}写 Shiki 支持的语言名（小写），没有合适的就写 text。`]];
}

function metaComplaints({ language, meta }: Fence): Complaint[] {
  const { unknown, raises, norun, varies } = parseMeta(meta);
  if (unknown.length > 0) {
    return [[`代码块的附注「${unknown.join(' ')}」不认识`, `可以写：${metaForms}。`]];
  }
  const runs = raises !== undefined || norun !== undefined || varies;
  return runs && language !== 'python'
    ? [[`「${meta}」只对 python 代码块有意义`, '删去它：别的语言不会运行。']]
    : [];
}

/** Every fence has a language that Shiki knows and a meta that the build knows; output follows its code. */
export const code = eachText(({ file, facts }) => facts.fences.flatMap((fence): Issue[] =>
  [...languageComplaints(fence), ...metaComplaints(fence)].map(([message, hint]) => issueIn(file, fence, message, hint))));
