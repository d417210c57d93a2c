/** The quantities that have a colour of their own, in text, formula, code and figure alike. */
export const symbolKinds = ['query', 'key', 'value', 'score', 'weight', 'output'] as const;

/** Authors' colour macros, each with one argument. */
const colours: Readonly<Record<string, (typeof symbolKinds)[number]>> = {
  query: 'query', key: 'key', val: 'value', score: 'score', attn: 'weight', out: 'output',
};

/** KaTeX macros: `\query{Q}` is Q in a span of class `sym-query`. */
export const colourMacros: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(colours).map(([name, kind]) => [`\\${name}`, `\\htmlClass{sym-${kind}}{#1}`]),
);

const macro = new RegExp(String.raw`\\(?:${Object.keys(colours).join('|')})(?![a-zA-Z])\s*`, 'g');

/** Length of the first argument: a braced group, a command, or one character. */
function argumentLength(tex: string): number {
  if (!tex.startsWith('{')) return /^\\(?:[a-zA-Z]+|.)|^./su.exec(tex)?.[0].length ?? 0;
  let depth = 0;
  for (const match of tex.matchAll(/\\.|[{}]/gs)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return tex.length;
}

/**
 * TeX that any renderer understands: each colour macro gives way to its argument.
 * The braces stay, so that `\score{q\cdot k}^2` keeps its meaning; around a single letter they go.
 */
export function plainTex(tex: string): string {
  let rest = tex;
  let plain = '';
  for (let match = macro.exec(rest); match !== null; match = macro.exec(rest)) {
    const from = match.index + match[0].length;
    const length = argumentLength(rest.slice(from));
    const argument = rest.slice(from, from + length);
    plain += rest.slice(0, match.index);
    rest = (/^\{[a-zA-Z0-9]\}$/.test(argument) ? argument.slice(1, -1) : argument) + rest.slice(from + length);
    // A bare letter must not run into the command before it: `\hat\query{q}` is `\hat q`.
    if (/\\[a-zA-Z]+$/.test(plain) && /^[a-zA-Z]/.test(rest)) plain += ' ';
    macro.lastIndex = 0;
  }
  return plain + rest;
}
