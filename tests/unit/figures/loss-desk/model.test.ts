import { expect, test } from 'vitest';
import { crossEntropy, initialState, stepped } from '../../../../src/figures/loss-desk/model.ts';
import { sum } from '../../../../src/figures/kit/numbers.ts';

test('the loss is minus the logarithm of the true class', () => {
  const { loss, probabilities } = crossEntropy(initialState);
  expect(loss).toBeCloseTo(0.417, 3);
  expect(loss).toBeCloseTo(-Math.log(probabilities[0] ?? NaN), 12);
});

test.each([0, 0.1, 0.5])('with smoothing %f the gradient is that of finite differences, and sums to 0', (smoothing) => {
  const state = { ...initialState, smoothing };
  const { gradient } = crossEntropy(state);
  const h = 1e-6;
  gradient.forEach((slope, i) => {
    const at = (by: number): number => crossEntropy({ ...state, logits: state.logits.map((logit, j) => logit + (i === j ? by : 0)) }).loss;
    expect(slope).toBeCloseTo((at(h) - at(-h)) / (2 * h), 6);
  });
  expect(sum(gradient)).toBeCloseTo(0, 12);
});

test('a step against the gradient lowers the loss', () => {
  expect(crossEntropy(stepped(initialState)).loss).toBeLessThan(crossEntropy(initialState).loss);
});
