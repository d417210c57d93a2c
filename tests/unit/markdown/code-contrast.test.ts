import { readFileSync } from 'node:fs';
import { createHighlighter } from 'shiki';
import { describe, expect, test } from 'vitest';
import { codeThemes } from '../../../src/markdown/shiki.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

/** The two values of a token: `--code-paper: light-dark(#ffffff, #12100d)`. */
function pair(name: string): readonly [light: string, dark: string] {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  return [light, dark];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const samples = {
  python: '@dec\nclass A(B):\n    """doc"""\n    def f(self, x: int = 1) -> None:  # 注\n        return f"{x!r:>3}" + r"\\d" if x is not None else lambda *a: ...',
  bash: 'for f in "$@"; do echo ${f%.*} | grep -v \'x\' > out.txt; done # 注',
  cpp: '#include <a>\ntemplate <class T> int f(const T& x) { return x->y[0] + 1.5e3; } // 注',
  json: '{"a": [1, true, null, "\\n"]}',
  yaml: 'a: &b\n  - "c" # 注\n  - *b',
  html: '<a href="b">c &amp; d</a><!-- e -->',
  sql: "select count(*) from t where a = 'b' -- 注",
  markdown: '# 甲\n**乙** `丙` [丁](戊)\n> 己',
};

const highlighter = await createHighlighter({ themes: Object.values(codeThemes), langs: Object.keys(samples) });

function colours(theme: string): string[] {
  const lines = Object.entries(samples).flatMap(([lang, code]) =>
    highlighter.codeToTokensBase(code, { lang: lang as 'python', theme: theme as 'github-light-high-contrast' }));
  return [...new Set(lines.flat().map(({ color }) => (color ?? '').slice(0, 7)))];
}

describe.each(['code-paper', 'code-line', 'code-added', 'code-removed'])('on --%s', (name) => {
  const [light, dark] = pair(name);

  test.each(colours(codeThemes.light))('the light token %s can be read', (colour) => {
    expect(contrast(colour, light)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(colours(codeThemes.dark))('the dark token %s can be read', (colour) => {
    expect(contrast(colour, dark)).toBeGreaterThanOrEqual(4.5);
  });
});
