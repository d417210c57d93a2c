import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/clt-lab/element.ts';
import {
  bins, initialState, interval, names, outside, populations, quantile, repeats, sampleMeans, sizes, spreadOf, standardError, waits, type CltLabState,
} from '../../../../src/figures/clt-lab/model.ts';
import { defaultRng } from '../../../../src/figures/clt-lab/pcg64.ts';
import { drawCltLab, tell } from '../../../../src/figures/clt-lab/view.ts';
import { range, sum } from '../../../../src/figures/kit/numbers.ts';

test('the generator gives the numbers of np.random.default_rng(seed).random(3)', () => {
  const three = (seed: number): number[] => range(3).map(defaultRng(seed));
  expect(three(42)).toEqual([0.7739560485559633, 0.4388784397520523, 0.8585979199113825]);
  expect(three(0)).toEqual([0.6369616873214543, 0.2697867137638703, 0.04097352393619469]);
  expect(three(9999)).toEqual([0.8387465041803736, 0.7620139860520545, 0.2623627402979223]);
});

describe('the chapter’s dice: two throws, a thousand times', () => {
  test('seven bars', () => expect(bins(initialState).map(({ count }) => count)).toEqual([80, 117, 169, 262, 172, 126, 74]));
  test('have the spread of the formula, nearly', () => {
    expect(sampleMeans(initialState)).toHaveLength(1000);
    expect(spreadOf(sampleMeans(initialState))).toBeCloseTo(0.821, 3);
    expect(standardError(initialState)).toBeCloseTo(0.791, 3);
  });
  test('are announced', () => expect(tell(initialState)).toBe(
    '四面骰，每次取 2 个求平均，重复 1000 次：平均数的标准差 0.821，公式 σ/√n 给 0.791；落在 μ ± 1.96σ/√n 左边的占 0.0%，右边 0.0%（正态各 2.5%）。'));
});

describe('the populations', () => {
  test('have the mean and the spread that they claim', () => {
    const grid = range(100_000).map((place) => (place + 0.5) / 100_000);
    for (const name of ['dice', 'prize', 'sample'] as const) {
      const values = grid.map(populations[name].value);
      expect(sum(values) / values.length).toBeCloseTo(populations[name].mean, 3);
      expect(spreadOf(values)).toBeCloseTo(populations[name].spread, 3);
    }
    expect(populations.prize.spread).toBe(7);
    expect(sum(grid.map(populations.wait.value)) / 1e5).toBeCloseTo(5, 3);
    expect([populations.sample.mean, populations.sample.spread.toFixed(3)]).toEqual([5.5, '4.372']);
  });
  test('the prize is still lopsided at 30 and at 100', () => {
    expect(outside({ ...initialState, population: 'prize', n: 30 })).toEqual([0, 0.018]);
    expect(outside({ ...initialState, population: 'prize', n: 100 })).toEqual([0, 0.051]);
  });
  test('the Cauchy means do not close in', () => {
    const middle = (n: 1 | 100): number => {
      const means = sampleMeans({ ...initialState, population: 'cauchy', n });
      return quantile(means, 0.75) - quantile(means, 0.25);
    };
    expect([middle(1).toFixed(2), middle(100).toFixed(2)]).toEqual(['2.12', '2.02']);
  });
});

test('the bootstrap interval of the twelve waits', () => {
  expect([sum(waits), quantile(waits, 0.9)]).toEqual([66, expect.closeTo(10.94, 10)]);
  const [low, high] = interval({ ...initialState, population: 'sample', n: 12 });
  expect([low.toFixed(2), high.toFixed(2)]).toEqual(['3.22', '8.16']);
});

describe('the reader', () => {
  const send = (state: CltLabState, name: string, value: string): CltLabState => figure.update(state, { name, at: [], value });
  test('takes a sample as large as the one in hand for the bootstrap', () => expect(send(initialState, 'population', 'sample')).toEqual({ ...initialState, population: 'sample', n: 12 }));
  test('changes size, repetitions and seed', () => {
    expect(send(initialState, 'n', '30').n).toBe(30);
    expect(send(initialState, 'times', '100').times).toBe(100);
    expect(tell(send(initialState, 'seed', '43'))).not.toBe(tell(initialState));
    expect(send(initialState, 'n', '31')).toEqual(initialState);
  });
  test('cannot bring in a damaged state', () => {
    expect(figure.parse({ ...initialState, n: 3 })).toBeUndefined();
    expect(figure.parse({ ...initialState, seed: 1.5 })).toBeUndefined();
    expect(figure.parse({ ...initialState, population: 'toString' })).toBeUndefined();
  });
  test('sees every state drawn, no bar missing', () => {
    for (const population of names) for (const n of sizes) for (const times of repeats.slice(0, 1)) {
      const state = { population, n, times, seed: 7 };
      expect(drawCltLab(state)).not.toMatch(/NaN|Infinity/);
      const inside = sampleMeans(state).filter((mean) => mean >= populations[population].axis[0] && mean < populations[population].axis[1]);
      expect(sum(bins(state).map(({ count }) => count))).toBeGreaterThanOrEqual(inside.length - 2);
    }
  });
});
