import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/shift-right/element.ts';
import { answerColumn, initialState, questions } from '../../../../src/figures/shift-right/model.ts';

test.each([
  [true, true, [false, false, false, false]],
  [false, true, [true, true, true, true]],
  [true, false, [true, true, true, false]],
  [false, false, [true, true, true, true]],
])('shift %s and mask %s leak the answers %s', (shifted, masked, leaks) => {
  expect(questions({ ...initialState, shifted, masked }).map((question) => question.leaks)).toEqual(leaks);
});

test('the input that gives an answer away stands one to the right after the shift', () => {
  expect([0, 1, 2, 3].map((i) => answerColumn(initialState, i))).toEqual([1, 2, 3, -1]);
  expect(answerColumn({ ...initialState, shifted: false }, 2)).toBe(2);
});

test('a typed sentence keeps three words, each short enough for its box', () => {
  const state = figure.update(initialState, { name: 'sentence', at: [], value: ' we  love transformers a lot ' });
  expect(state.sequence).toEqual(['⟨start⟩', 'we', 'love', 'transform', '⟨end⟩']);
  expect(figure.parse(state)).toEqual(state);
});

test('an empty sentence changes nothing', () => {
  expect(figure.update(initialState, { name: 'sentence', at: [], value: '  ' })).toBe(initialState);
});

test('a position beyond the sentence is refused', () => {
  expect(figure.parse({ ...initialState, sequence: ['⟨start⟩', 'a', '⟨end⟩'], position: 3 })).toBeUndefined();
});
