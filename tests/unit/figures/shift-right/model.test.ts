import { expect, test } from 'vitest';
import { decoderInputs, initialState, labels, questions } from '../../../../src/figures/shift-right/model.ts';
import { drawShiftRight } from '../../../../src/figures/shift-right/view.ts';

test('inputs lose the last token and labels lose the first', () => {
  expect(decoderInputs(initialState)).toEqual(['⟨start⟩', 'I', 'love', 'NLP']);
  expect(labels(initialState)).toEqual(['I', 'love', 'NLP', '⟨end⟩']);
});

test('the question for the third word shows neither the third word nor anything after it', () => {
  const third = questions(initialState)[2];
  expect(third).toEqual({ input: 'love', label: 'NLP', visible: ['⟨start⟩', 'I', 'love'], hidden: ['NLP'], leaks: false });
});

test('without the shift every position sees its own answer although the causal mask is in place', () => {
  const asked = questions({ ...initialState, shifted: false });
  expect(asked.map(({ input, label }) => input === label)).toEqual([true, true, true, true]);
  expect(asked.every(({ leaks }) => leaks)).toBe(true);
});

test('a repeated word is no leak: places count, not spellings', () => {
  const asked = questions({ ...initialState, sequence: ['⟨start⟩', 'no', 'no', '⟨end⟩'] });
  expect(asked.map(({ leaks }) => leaks)).toEqual([false, false, false]);
});

test('the drawing says what each position sees', () => {
  expect(drawShiftRight(initialState)).toContain('位置 3 看见 ⟨start⟩ I love，要预测 NLP');
});
