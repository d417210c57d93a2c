import { describe, expect, test } from 'vitest';
import { diagnose, labWeights, leakedWeight, presets, roundHalf, toggled, type LabState } from '../../../../src/figures/mask-grid/lab.ts';
import { causal, initialState } from '../../../../src/figures/mask-grid/model.ts';

const scores = initialState.panels[0]?.scores ?? [];
const start: LabState = { blocked: causal(4), fill: '-inf', how: 'replace', precision: 'fp32' };
const whole: LabState['blocked'] = Array.from({ length: 4 }, () => [true, true, true, true]);
const firstRow = (state: LabState): number[] => (labWeights(scores, state)[0] ?? []).map((value) => Math.round(value * 1000) / 1000);

describe('the faults of the chapter', () => {
  test('1e-9 in place of the scores gives the future 0.645 of the first row', () => {
    expect(firstRow({ ...start, fill: '1e-9' })).toEqual([0.355, 0.215, 0.215, 0.215]);
  });

  test('1e-9 added to the scores hides nothing', () => {
    expect(firstRow({ ...start, fill: '1e-9', how: 'add' })).toEqual([0.208, 0.418, 0.093, 0.28]);
  });

  test('−1e9 beside visible keys is as good as −∞', () => {
    expect(leakedWeight(labWeights(scores, { ...start, fill: '-1e9' }), start.blocked)).toBe(0);
  });

  test.each([
    ['-1e4', [0.208, 0.418, 0.093, 0.28]],
    ['-1e9', [0.25, 0.25, 0.25, 0.25]],
    ['-inf', [Number.NaN, Number.NaN, Number.NaN, Number.NaN]],
  ] as const)('a whole row with %s added has the weights that the chapter prints', (fill, weights) => {
    expect(firstRow({ ...start, blocked: whole, fill, how: 'add' })).toEqual(weights);
  });

  test('in half precision −1e9 is −∞, so the whole row is NaN', () => {
    expect(firstRow({ ...start, blocked: whole, fill: '-1e9', how: 'add', precision: 'fp16' }).every(Number.isNaN)).toBe(true);
  });

  test('left padding under the causal mask leaves two rows without a key', () => {
    const blocked = presets.find(({ name }) => name === '因果＋左填充')?.blocked ?? [];
    expect(diagnose(scores, { ...start, blocked })).toBe('挡住 13 格，填 −∞，fp32；第 1、2 行没有可看的键，softmax 是 0/0，整行 NaN；被挡的格子权重恰为 0。');
  });
});

test.each([
  [0.1, 0.0999755859375], [65504, 65504], [65519, 65504], [65520, Infinity], [-1e9, -Infinity],
  [2 ** -24, 2 ** -24], [2 ** -26, 0], [2049, 2048], [2051, 2052], [1e-9, 0],
])('%f in half precision is %f', (value, rounded) => expect(roundHalf(value)).toBe(rounded));

test('a cell switches, and the others stay', () => {
  const blocked = toggled(causal(4), 0, 1);
  expect(blocked[0]).toEqual([false, false, true, true]);
  expect(blocked.slice(1)).toEqual(causal(4).slice(1));
});
