import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alphabets, faceSheet, purge, withFaces } from '../../../src/integrations/katex-fonts.ts';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { drawFormulas } from '../../../src/markdown/drawn-formulas.ts';
import { formulaSetter } from '../../../src/markdown/katex.ts';

const classes = new Set(['katex', 'mord', 'vlist']);

test.each([
  ['a rule whose classes all occur stays', '.katex .mord{a:b}', '.katex .mord{a:b}'],
  ['a rule for a class that no formula has goes', '.katex .mathfrak{a:b}.katex{c:d}', '.katex{c:d}'],
  ['of a list only the selectors that are needed stay', '.katex .mathfrak,.katex .vlist{a:b}', '.katex .vlist{a:b}'],
  ['rules without classes and faces stay', '@font-face{font-family:X;src:url(a)}span{a:b}', '@font-face{font-family:X;src:url(a)}span{a:b}'],
])('%s', (_name, css, expected) => expect(purge(css, classes)).toBe(expected));

describe('alphabets, by the style sheet that KaTeX ships', () => {
  const css = readFileSync('node_modules/katex/dist/katex.min.css', 'utf8');
  const of = (tex: string, face: string): string =>
    (alphabets(css, drawFormulas([{ tex, display: true }], formulaSetter(memoryCache()))).get(face) ?? '').replace('\u200B', '');

  test.each([
    ['letters of quantities', 'x+1', 'KaTeX_Math-Italic', 'x'],
    ['figures and signs', 'x+1', 'KaTeX_Main-Regular', '+1'],
    ['sets', String.raw`x\in\mathbb{R}`, 'KaTeX_AMS-Regular', 'R'],
    ['a large sum', String.raw`\sum_i`, 'KaTeX_Size2-Regular', '∑'],
    ['a small sum', String.raw`\textstyle\sum`, 'KaTeX_Size1-Regular', '∑'],
    ['brackets of one size', String.raw`\Big( x \bigg]`, 'KaTeX_Size2-Regular', '('],
    ['brackets of the next', String.raw`\Big( x \bigg]`, 'KaTeX_Size3-Regular', ']'],
    ['a tall brace in pieces', String.raw`\begin{cases}1\\2\\3\\4\end{cases}`, 'KaTeX_Size4-Regular', '⎧⎨⎩'],
    ['words in another face', String.raw`\mathtt{CLS}`, 'KaTeX_Typewriter-Regular', 'CLS'],
    ['bold letters', String.raw`x+\mathbf{W}`, 'KaTeX_Main-Bold', 'W'],
    ['no sign that only stands beside bold letters', String.raw`x+1`, 'KaTeX_Main-Bold', ''],
    ['slanted words', String.raw`1+\mathit{is}`, 'KaTeX_Main-Italic', 'is'],
    ['bold quantities', String.raw`x+\boldsymbol{\theta}`, 'KaTeX_Math-BoldItalic', 'θ'],
    ['bold words, not slanted ones', String.raw`\mathbf{W}+\mathit{is}`, 'KaTeX_Main-BoldItalic', ''],
    ['nothing', 'x', 'KaTeX_Fraktur-Regular', ''],
  ])('%s: %s in %s', (_name, tex, family, expected) => expect([...of(tex, family)]).toEqual([...expected].toSorted()));
});

test('the sheet of faces has those that formulas need, each with its characters within it', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'katex-fonts-'));
  try {
    const source = 'node_modules/katex/dist/katex.min.css';
    const drawn = drawFormulas([{ tex: 'x+1', display: false }], formulaSetter(memoryCache()));
    const css = await faceSheet(readFileSync(source, 'utf8'), dirname(source), drawn, cache);
    expect([...css.matchAll(/font-family:(\w+)/g)].map(([, family]) => family)).toEqual(['KaTeX_Main', 'KaTeX_Math']);
    expect(css.match(/url\([^)]{40}/g)).toEqual([expect.stringContaining('url(data:font/woff2;base64,'), expect.stringContaining('url(data:font/woff2;base64,')]);
  } finally {
    rmSync(cache, { recursive: true });
  }
});

const [x, y, sheet] = ['<span class="katex">x</span>', '<span class="katex-display"><span class="katex">y</span></span>', '<link rel="stylesheet" href="/f.css">'];
test.each([
  ['the faces come before the first formula, once', `<p>Text ${x} ${x}</p>`, `<p>Text ${sheet}${x} ${x}</p>`],
  ['also where that is one on a line of its own', `<div>${y}</div>`, `<div>${sheet}${y}</div>`],
  ['a page that only talks about formulas has none', '<p>katex</p>', '<p>katex</p>'],
])('%s', (_name, html, expected) => expect(withFaces(html, '/f.css')).toBe(expected));
