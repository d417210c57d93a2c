import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alphabets, purge } from '../../../src/integrations/katex-fonts.ts';
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
  const of = (tex: string, family: string): string =>
    (alphabets(css, drawFormulas([{ tex, display: true }], formulaSetter(memoryCache()))).get(family) ?? '').replace('\u200B', '');

  test.each([
    ['letters of quantities', 'x+1', 'KaTeX_Math', 'x'],
    ['figures and signs', 'x+1', 'KaTeX_Main', '+1'],
    ['sets', String.raw`x\in\mathbb{R}`, 'KaTeX_AMS', 'R'],
    ['a large sum', String.raw`\sum_i`, 'KaTeX_Size2', '∑'],
    ['a small sum', String.raw`\textstyle\sum`, 'KaTeX_Size1', '∑'],
    ['brackets of one size', String.raw`\Big( x \bigg]`, 'KaTeX_Size2', '('],
    ['brackets of the next', String.raw`\Big( x \bigg]`, 'KaTeX_Size3', ']'],
    ['a tall brace in pieces', String.raw`\begin{cases}1\\2\\3\\4\end{cases}`, 'KaTeX_Size4', '⎧⎨⎩'],
    ['words in another face', String.raw`\mathtt{CLS}`, 'KaTeX_Typewriter', 'CLS'],
    ['bold letters, whose face is of the main family', String.raw`\mathbf{W}`, 'KaTeX_Main', 'W'],
    ['nothing', 'x', 'KaTeX_Fraktur', ''],
  ])('%s: %s in %s', (_name, tex, family, expected) => expect([...of(tex, family)]).toEqual([...expected].toSorted()));
});
