/** The parser's complaints that authors meet, in their language. The first pattern that fits wins. */
const known: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [/^Expected a closing tag for `(.*?)`/, '标签 $1 没有闭合', '在它的内容后面写上闭合标签；块标签与正文之间空一行。'],
  [/^Unexpected closing (?:tag `(.*?)`|slash)/, '多出一个闭合标签 $1', '删去它，或补上它的开始标签；标签要一层套一层地闭合。'],
  [/`!` \(U\+0021\) before name/, '这里有 HTML 注释 <!-- -->，MDX 里不能写', '删去注释。'],
  [/before attribute value|in attribute value/, '标签的属性值写得不对', '属性写成 名字="值"，用英文的双引号，并且成对。'],
  [/before name|in name|after name|in attribute name|before attribute|in local name|in member name/,
    '这里的 < 被读成了标签的开头', '小于号写成 &lt;，或放进 `代码`、$公式$；若真是标签，核对它的写法。'],
  [/expression|brace/, '花括号 { 被读成了表达式', '把花括号放进 `代码` 或 $公式$，或写成 \\{。'],
  [/import\/exports/, '行首的 import 或 export 被读成了代码', '正文不写 import 和 export；若是一句话，让它不要在行首。'],
];

/** What went wrong and what to write instead, for a message of the MDX parser. */
export function explainMdxError(reason: string): { readonly message: string; readonly hint: string } {
  for (const [pattern, message, hint] of known) {
    const match = pattern.exec(reason);
    if (match !== null) return { message: `MDX 语法错误：${message.replace('$1', () => match[1] ?? '').trimEnd()}`, hint };
  }
  return {
    message: `MDX 语法错误：${reason}`,
    hint: '正文里的 < 和 { 是 MDX 的语法：写成 &lt; 和 \\{，或放进 `代码`、$公式$；标签要成对闭合。',
  };
}
