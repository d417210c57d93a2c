import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/mask-patterns/element.ts';
import { causal, countVisible, initialSizes, initialState, packed, patternsFor, prefix, window } from '../../../../src/figures/mask-patterns/model.ts';
import { drawMaskPatterns } from '../../../../src/figures/mask-patterns/view.ts';

test('the visible cells are those that the chapter counts', () => {
  const counts = initialState.patterns.map(({ visible }) => countVisible(visible, initialState.size));
  expect(counts).toEqual([64, 40, 36, 39, 21, 20]);
});

test('a prefix of one token is the causal rule', () => {
  expect(countVisible(prefix(1), 8)).toBe(countVisible(causal, 8));
});

test('the prefix sees itself in both directions but nothing that follows it', () => {
  expect([prefix(3)(0, 2), prefix(3)(0, 3), prefix(3)(5, 4), prefix(3)(4, 5)]).toEqual([true, false, true, false]);
});

test('a window of one token sees only itself', () => {
  expect(countVisible(window(1), 8)).toBe(8);
});

test('a packed token never sees the neighbour sample, not even its last token', () => {
  const rule = packed([0, 0, 1, 1]);
  expect([rule(2, 1), rule(2, 2), rule(3, 2), rule(1, 0)]).toEqual([false, true, true, true]);
});

test('the drawing counts in words', () => {
  expect(drawMaskPatterns(initialState)).toContain('滑窗（宽 3）：21 格可见');
});

test('the reader\'s sizes change the patterns they belong to', () => {
  const { patterns, size } = patternsFor({ ...initialSizes, size: 6, padding: 6, prefix: 6, window: 1, first: 0 });
  expect(patterns.map(({ visible }) => countVisible(visible, size))).toEqual([36, 0, 21, 36, 6, 21]);
});

test('parts never outgrow a sentence that is made shorter', () => {
  const state = figure.update({ ...initialSizes, padding: 7, query: 7 }, { name: 'size', at: [], value: '4' });
  expect(state).toMatchObject({ size: 4, padding: 4, prefix: 3, query: 3 });
});
