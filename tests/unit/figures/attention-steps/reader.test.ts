import { describe, expect, test } from 'vitest';
import { explain } from '../../../../src/figures/attention-steps/arithmetic.ts';
import { figure } from '../../../../src/figures/attention-steps/element.ts';
import { attend, edit, handExample, pick } from '../../../../src/figures/attention-steps/model.ts';

describe('a number unfolds into its arithmetic', () => {
  test.each([
    ['O', 0, 0, '「我」的输出第 1 维 = 0.198×1 + 0.401×3 + 0.401×4 = 3.006。'],
    ['S', 2, 1, '「自然语言处理」看「爱」的分数 = 1×1 + 1×0 = 1。'],
    ['A', 0, 1, '「我」看「爱」的权重 = e^0.707 ÷ (1 + 2.028 + 2.028) = 0.401。'],
    ['V', 2, 0, '「自然语言处理」的值第 1 维 = 1×1 + 1×3 = 4。'],
    ['W_K', 0, 1, '键权重 W_K 第 1 行第 2 列是 1，可以改。'],
  ] as const)('%s %i %i', (matrix, row, column, words) => {
    expect(explain(pick(handExample, { matrix, row, column }))).toBe(words);
  });
});

test('picking a key leaves the query in focus alone; picking a score brings its query into focus', () => {
  expect(pick(handExample, { matrix: 'K', row: 2, column: 0 }).focus).toBe(0);
  expect(pick(handExample, { matrix: 'S', row: 2, column: 0 }).focus).toBe(2);
});

test('an edited input changes everything that follows from it, and nothing that does not', () => {
  const edited = edit(handExample, { matrix: 'X', row: 0, column: 0 }, 2);
  const [before, after] = [attend(handExample), attend(edited)];
  expect(after.queries[0]).toEqual([2, 0]);
  expect(after.scores[0]).toEqual([0, 2, 2]);
  expect(after.values.slice(1)).toEqual(before.values.slice(1));
});

test('a computed number cannot be edited', () => {
  expect(edit(handExample, { matrix: 'S', row: 0, column: 0 }, 9)).toBe(handExample);
});

test('the keys + and − move by one half and stop at the ends', () => {
  const nudge = (state: typeof handExample, value: string) => figure.update(state, { name: 'nudge', at: [0, 0, 0], value });
  expect(nudge(handExample, '1').inputs[0]).toEqual([1.5, 0]);
  let state = handExample;
  for (let times = 0; times < 20; times += 1) state = nudge(state, '1');
  expect(state.inputs[0]).toEqual([4, 0]);
});

test('swapping W_Q and W_K transposes the scores', () => {
  const swapped = attend(figure.update(handExample, { name: 'swap', at: [], value: '' })).scores;
  const { scores } = attend(handExample);
  swapped.forEach((row, i) => row.forEach((score, j) => expect(score).toBe(scores[j]?.[i])));
});
