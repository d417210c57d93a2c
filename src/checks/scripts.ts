import { eachText, issueIn } from './check.ts';

function shorten(source: string): string {
  const line = source.split('\n')[0] ?? '';
  return line.length < source.length || line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Chapters are text and data: no `import`, no `export`, no `{expression}`. */
export const scripts = eachText(({ file, facts }) => facts.scripts.map((script) => (
  script.value.startsWith('{')
    ? issueIn(file, script, `正文里有表达式 ${shorten(script.value)}`,
        '花括号是 MDX 的语法：要显示花括号就放进 `代码` 或 $公式$；属性值写成带引号的文字。')
    : issueIn(file, script, `正文里有 ${shorten(script.value)}`,
        '删去 import 和 export：标签和图不用引入就能写；若这是一句英文，让它不要在行首。'))));
