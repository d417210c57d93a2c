import { describe, expect, test } from 'vitest';
import { causal, either, initialState, padding, weights } from '../../../../src/figures/mask-grid/model.ts';
import { drawMaskGrid } from '../../../../src/figures/mask-grid/view.ts';

const row = [0.5, 1.2, -0.3, 0.8];
const scores = [row, row, row, row];
const rounded = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((line) => line.map((value) => Math.round(value * 1000) / 1000));

describe('the hand example', () => {
  test('the causal mask gives the four rows of the chapter', () => {
    expect(rounded(weights({ scores, blocked: causal(4) }))).toEqual([
      [1, 0, 0, 0],
      [0.332, 0.668, 0, 0],
      [0.289, 0.581, 0.13, 0],
      [0.208, 0.418, 0.093, 0.28],
    ]);
  });

  test('two padding columns leave the first two keys to every query', () => {
    const blocked = padding(4, [false, false, true, true]);
    expect(rounded(weights({ scores, blocked }))).toEqual(Array.from({ length: 4 }, () => [0.332, 0.668, 0, 0]));
  });

  test('both masks together keep the first row to itself', () => {
    const blocked = either(causal(4), padding(4, [false, false, true, true]));
    expect(rounded(weights({ scores, blocked }))).toEqual([
      [1, 0, 0, 0],
      [0.332, 0.668, 0, 0],
      [0.332, 0.668, 0, 0],
      [0.332, 0.668, 0, 0],
    ]);
  });
});

test('the diagonal itself stays visible under the causal mask', () => {
  expect(causal(3).map((line, i) => line[i])).toEqual([false, false, false]);
});

test('a blocked weight is exactly zero and every row still sums to one', () => {
  for (const line of weights({ scores, blocked: causal(4) })) {
    expect(line.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  }
  expect(weights({ scores, blocked: causal(4) })[0]?.[3]).toBe(0);
});

test('a row in which every key is blocked has no weights', () => {
  expect(weights({ scores: [row], blocked: [[true, true, true, true]] })[0]?.every(Number.isNaN)).toBe(true);
});

test('the drawing tells the weights in words', () => {
  expect(drawMaskGrid(initialState)).toContain('第 2 行权重 .332、.668、0、0');
});
