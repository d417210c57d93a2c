import { describe, expect, test } from 'vitest';
import { at, attend, contributions, handExample, type Matrix } from '../../../../src/figures/attention-steps/model.ts';
import { attentionStepsSvg } from '../../../../src/figures/attention-steps/view.ts';

function expectMatrix(actual: Matrix, expected: Matrix, digits = 4): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((row, i) => row.forEach((value, j) => expect(at(at(actual, i), j)).toBeCloseTo(value, digits)));
}

describe('the hand example of the chapter', () => {
  const steps = attend(handExample);

  test('projects X into queries, keys and values', () => {
    expectMatrix(steps.queries, [[1, 0], [0, 1], [1, 1]]);
    expectMatrix(steps.keys, [[0, 1], [1, 0], [1, 1]]);
    expectMatrix(steps.values, [[1, 2], [3, 0], [4, 2]]);
  });

  test('scores every query against every key, row = query', () => {
    expectMatrix(steps.scores, [[0, 1, 1], [1, 0, 1], [1, 1, 2]]);
  });

  test('turns each row of scaled scores into weights that sum to one', () => {
    expectMatrix(steps.weights, [[0.1978, 0.4011, 0.4011], [0.4011, 0.1978, 0.4011], [0.2483, 0.2483, 0.5035]]);
    steps.weights.forEach((row) => expect(row.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12));
  });

  test('mixes the values into the outputs', () => {
    expectMatrix(steps.outputs, [[3.0056, 1.1978], [2.5989, 1.6044], [3.007, 1.5035]]);
  });

  test('splits an output row into one contribution per token', () => {
    expectMatrix(contributions(steps, 0), [[0.1978, 0.3956], [1.2033, 0], [1.6044, 0.8022]]);
  });
});

test('without scaling the largest score takes a larger share', () => {
  const row = at(attend({ ...handExample, scaled: false }).weights, 2);
  expect(at(row, 2)).toBeCloseTo(0.5761, 4);
});

test('the weights need not be symmetric although the scores are', () => {
  const { scores, weights } = attend(handExample);
  expect(at(at(scores, 0), 2)).toBe(at(at(scores, 2), 0));
  expect(at(at(weights, 0), 2)).not.toBeCloseTo(at(at(weights, 2), 0), 2);
});

test('reordering the tokens reorders the outputs in the same way', () => {
  const order = [2, 0, 1];
  const moved = attend({ ...handExample, inputs: order.map((i) => at(handExample.inputs, i)) });
  expectMatrix(moved.outputs, order.map((i) => at(attend(handExample).outputs, i)), 12);
});

test('the drawing says the row in focus in words', () => {
  const svg = attentionStepsSvg({ ...handExample, focus: 1 });
  expect(svg).toContain('aria-labelledby="attention-steps-title attention-steps-desc"');
  expect(svg).toContain('权重 我 0.401，爱 0.198，自然语言处理 0.401；输出 (2.599, 1.604)');
});
