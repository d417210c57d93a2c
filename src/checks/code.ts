import { bundledLanguages, isSpecialLang } from 'shiki';
import { runnable } from '../examples/cells.ts';
import type { Issue } from '../lib/issue.ts';
import { didYouMean } from '../lib/nearest.ts';
import { metaWords, parseMeta, type CodeMeta } from '../markdown/code-meta.ts';
import type { Fence } from '../markdown/facts.ts';
import { eachText, issueIn } from './check.ts';

type Complaint = readonly [message: string, hint: string];

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

/** What a block says about its run, in the words of its fence. */
function runWords({ run, norun, raises, traceback, approx, varies, figure }: CodeMeta): string[] {
  const said = { run, norun, raises, traceback, approx, varies, figure };
  return Object.entries(said).flatMap(([name, value]) => (value === undefined || value === false ? [] : name));
}

function metaComplaints({ language, meta }: Fence): Complaint[] {
  const read = parseMeta(meta);
  const { unknown, norun, figure, traceback, raises } = read;
  if (unknown.length > 0) return [[`代码块的附注「${unknown.join(' ')}」不认识`, `可以写：${metaWords}。`]];
  const about = runWords(read);
  if (about.length === 0) return [];
  if (!runnable.some((name) => name === language)) return [[`「${meta}」只对会运行的代码块有意义`, '删去它：能运行的语言是 python，以及写了 run 的 bash、c、cpp。']];
  if (language !== 'python' && !read.run && norun === undefined) return [[`「${meta}」只对会运行的代码块有意义`, `要运行这个 ${language} 代码块，加上 run。`]];
  if (norun !== undefined && about.length > 1) return [[`norun 和 ${about.filter((word) => word !== 'norun').join('、')} 写在一起`, '不运行的代码块没有输出可说：留下其中一个。']];
  if (norun?.trim() === '') return [['norun 没有写原因', '写成 norun="要联网下载"：读者会看到「未执行：要联网下载」。']];
  if (figure !== undefined && language !== 'python') return [['figure= 只用于 python 代码块', '删去它；图由 Matplotlib 画出。']];
  if (figure !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(figure)) return [[`图名「${figure}」不能成为文件名`, '只用小写字母、数字和连字符，如 figure=loss-curve。']];
  return traceback && raises === undefined ? [['traceback 要和 raises= 一起写', '写成 raises=ValueError traceback。']] : [];
}

/** Every fence has a language that Shiki knows and a meta that the build knows; output follows its code. */
export const code = eachText(({ file, facts }) => facts.fences.flatMap((fence): Issue[] =>
  [...languageComplaints(fence), ...metaComplaints(fence)].map(([message, hint]) => issueIn(file, fence, message, hint))));
