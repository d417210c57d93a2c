import { expect, test } from 'vitest';
import { purge } from '../../../src/integrations/katex-fonts.ts';

const classes = new Set(['katex', 'mord', 'vlist']);

test.each([
  ['a rule whose classes all occur stays', '.katex .mord{a:b}', '.katex .mord{a:b}'],
  ['a rule for a class that no formula has goes', '.katex .mathfrak{a:b}.katex{c:d}', '.katex{c:d}'],
  ['of a list only the selectors that are needed stay', '.katex .mathfrak,.katex .vlist{a:b}', '.katex .vlist{a:b}'],
  ['rules without classes and faces stay', '@font-face{font-family:X;src:url(a)}span{a:b}', '@font-face{font-family:X;src:url(a)}span{a:b}'],
])('%s', (_name, css, expected) => expect(purge(css, classes)).toBe(expected));
