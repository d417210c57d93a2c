import katex from 'katex';
import type { Formula } from '../markdown/facts.ts';
import type { Setter } from '../markdown/katex.ts';
import { eachText, issueIn, type Check } from './check.ts';

type Complaint = readonly [message: string, hint: string];

const textGroup = /\\(?:text|textbf|textit|textrm|mbox)\s*\{[^{}]*\}/g;

/** Inline formulas that were no formulas, or that print otherwise than meant; `raw` is the source with its dollars. */
function inlineComplaint({ tex, display }: Formula, raw: string): Complaint | undefined {
  if (display) return undefined;
  if (raw.startsWith('$$')) {
    return [`独立公式 ${shorten(raw)} 写在一行里，会排成行内公式`, '把开头和结尾的 $$ 各放在单独的一行。'];
  }
  const inner = raw.slice(1, -1);
  if (/^\s|\s$/.test(inner)) {
    return [`行内公式 ${shorten(raw)} 的美元号里侧有空格`, '公式紧贴 $；若这里是钱数，把 $ 写成 \\$。'];
  }
  return /\p{Script=Han}/u.test(tex.replace(textGroup, ''))
    ? [`行内公式 ${shorten(raw)} 里有汉字`, '公式里的中文放进 \\text{…}；若这里是钱数，把 $ 写成 \\$。']
    : undefined;
}

function shorten(tex: string): string {
  const line = tex.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

const fallback = '核对命令的拼写和花括号；可用的命令见 https://katex.org/docs/supported 。';

/** What KaTeX says most often, in the language of the authors. */
const refusals: readonly (readonly [pattern: RegExp, reason: string, hint: string])[] = [
  [/^Undefined control sequence: (.+)$/, '没有命令 $1', fallback],
  [/Unicode text character "(.+?)" used in math mode/, '「$1」是文字', '公式里的文字放进 \\text{…}。'],
  [/^Double (?:sub|super)script/, '连写了两个上标或两个下标', '用花括号分清层次，例如 a_{1,2} 或 {a_1}_2。'],
  [/^Expected '\}'|expected '\}'/, '花括号没有成对', '补上缺少的 }。'],
  [/^Expected & or /, '\\begin 没有对应的 \\end', '在公式末尾写上 \\end{…}。'],
];

/** Why KaTeX refuses a formula, and what to do; `undefined` where it sets it. */
function refusal(set: Setter, tex: string, display: boolean): Complaint | undefined {
  try {
    set(tex, display);
    return undefined;
  } catch (error) {
    const said = error instanceof katex.ParseError ? error.rawMessage : error instanceof Error ? error.message : String(error);
    for (const [pattern, reason, hint] of refusals) {
      const match = pattern.exec(said);
      if (match !== null) return [reason.replace('$1', () => match[1] ?? ''), hint];
    }
    return [said, fallback];
  }
}

/** Every formula is one, and KaTeX sets it with the options of the build. */
export const formulas: Check = eachText(({ file, source, facts }, _book, { setFormula }) => facts.formulas.flatMap((formula) => {
  const early = inlineComplaint(formula, source.slice(...formula.range));
  if (early !== undefined) return [issueIn(file, formula, ...early)];
  const refused = refusal(setFormula, formula.tex, formula.display);
  return refused === undefined ? []
    : [issueIn(file, formula, `公式 ${shorten(formula.tex)} 排不出来：${refused[0]}`, refused[1])];
}));
