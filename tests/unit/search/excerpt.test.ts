import { expect, test } from 'vitest';
import { excerpt, markText } from '../../../src/search/excerpt.ts';
import { mark } from '../../../src/search/full-text.ts';

const { mathStart, mathEnd, codeStart, codeEnd } = mark;
const plain = (pieces: ReturnType<typeof excerpt>): string =>
  pieces.map(({ text, kind, hit }) => (hit ? `[${text}]` : kind === 'text' ? text : `<${kind}:${text}>`)).join('');

test('formulas and code are told apart from text, and hits are marked in all of them', () => {
  const text = `分数除以${mathStart}√(d_k)${mathEnd}，见 ${codeStart}np.sqrt(d_k)${codeEnd}。`;
  expect(plain(excerpt({ id: '', text, body: 0 }, 'd_k', ['d_k']))).toBe('分数除以<math:√(>[d_k]<math:)>，见 <code:np.sqrt(>[d_k]<code:)>。');
});

test('the whole phrase is marked, never its single characters', () => {
  expect(plain(excerpt({ id: '', text: '自己读自注意力。', body: 0 }, '自注意力', ['自注意力', '自']))).toBe('自己读[自注意力]。');
});

test('a long passage is cut around its hits, at a sentence where one begins near', () => {
  const text = `${'甲'.repeat(200)}。这里讲束搜索。${'乙'.repeat(200)}`;
  expect(plain(excerpt({ id: '', text, body: 0 }, '束搜索', ['束搜索'], 20))).toMatch(/^…这里讲\[束搜索\]。乙+…$/);
});

test('the heading is not repeated in its own excerpt', () => {
  expect(plain(excerpt({ id: 'a', text: '束搜索。每步留两条。', body: 4 }, '束搜索', ['束搜索']))).toBe('每步留两条。');
});

test('a heading is marked by what was looked for', () => {
  expect(plain(markText('为什么要除以 d_k', ['除以', 'D_K']))).toBe('为什么要[除以] [d_k]');
});
