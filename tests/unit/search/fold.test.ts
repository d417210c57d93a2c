import { expect, test } from 'vitest';
import { contains, findAll, fold, foldText } from '../../../src/search/fold.ts';

test('white space, case, width and typographic twins do not matter', () => {
  expect(foldText('Ｓelf – Attention')).toBe('self-attention');
});

test.each([
  ['编码器 Transformer 与 former', 'former', [{ start: 18, end: 24 }]],
  ['beam  search', 'beamsearch', [{ start: 0, end: 12 }]],
  ['注意力、注意力', '注意力', [{ start: 0, end: 3 }, { start: 4, end: 7 }]],
  ['𠮷田与注意', '注意', [{ start: 4, end: 6 }]],
  ['aaaa', 'aa', [{ start: 0, end: 2 }]],
])('in %j, %j stands at %j', (text, needle, expected) => { expect(findAll(fold(text), needle)).toEqual(expected); });

test('marks of formulas and code are no characters of the text', () => {
  expect(contains(fold('除以\uE000√(d_k)\uE001'), '除以√(d_k)')).toBe(true);
});

test('an empty needle stands nowhere', () => { expect(findAll(fold('abc'), '')).toEqual([]); });
