import { describe, expect, test } from 'vitest';
import { distribution, draws, entropy, initialState } from '../../../../src/figures/sampling-desk/model.ts';
import { sum } from '../../../../src/figures/kit/numbers.ts';

describe('the order of the cuts', () => {
  test('nothing is cut at the start, and the probabilities sum to 1', () => {
    const { kept, final, plain } = distribution(initialState);
    expect(kept.every(Boolean)).toBe(true);
    expect(sum(final)).toBeCloseTo(1, 12);
    expect(final[0]).toBeCloseTo(plain[0] ?? NaN, 12);
  });

  test('top-k keeps the k most likely, renormalised', () => {
    const { kept, final } = distribution({ ...initialState, topK: 2 });
    expect(kept.filter(Boolean)).toHaveLength(2);
    expect(final[0]).toBeCloseTo(1 / (1 + Math.exp(-0.8)), 12);
  });

  test('top-p keeps the smallest set that reaches the share, and always one word', () => {
    expect(distribution({ ...initialState, topP: 0.6 }).kept).toEqual([true, true, false, false, false, false, false, false]);
    expect(distribution({ ...initialState, topP: 0.05 }).kept.filter(Boolean)).toHaveLength(1);
  });

  test('top-p counts within what top-k left', () => {
    const { kept } = distribution({ ...initialState, topK: 2, topP: 0.65 });
    expect(kept.filter(Boolean)).toHaveLength(1);
  });
});

test('a higher temperature has more entropy, up to three bits', () => {
  const of = (temperature: number): number => entropy(distribution({ ...initialState, temperature }).final);
  expect(of(0.1)).toBeLessThan(of(1));
  expect(of(1)).toBeLessThan(of(3));
  expect(of(3)).toBeLessThan(3);
  expect(entropy([0.5, 0.5, 0])).toBe(1);
});

test('a hundred draws are the same for a seed and never a word that is cut off', () => {
  const state = { ...initialState, topK: 3 };
  expect(draws(state)).toEqual(draws(state));
  expect(sum(draws(state))).toBe(100);
  expect(draws(state).slice(3)).toEqual([0, 0, 0, 0, 0]);
  expect(draws({ ...state, seed: 2 })).not.toEqual(draws(state));
});
