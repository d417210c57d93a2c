/** Means of samples drawn from a population, over and over; a population may also be the twelve numbers in hand (bootstrap). */

import { rememberLast } from '../kit/memo.ts';
import { at, range, sum } from '../kit/numbers.ts';
import { defaultRng } from './pcg64.ts';

/** Twelve waits for a bus, in minutes; the chapter's sample. */
export const waits = [0.6, 1.2, 1.9, 2.4, 3.1, 3.8, 4.5, 5.7, 7, 8.6, 11.2, 16] as const;

const meanOf = (values: readonly number[]): number => sum(values) / values.length;
/** With divisor n, as `np.std` by default. */
export function spreadOf(values: readonly number[]): number {
  const middle = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - middle) ** 2)));
}

export interface Population {
  readonly words: string;
  /** One value out of a uniform number in [0, 1). */
  readonly value: (u: number) => number;
  /** Mean and standard deviation; a population without them has NaN. */
  readonly mean: number;
  readonly spread: number;
  /** The axis of the drawing, and its ticks. */
  readonly axis: readonly [number, number];
  readonly ticks: readonly number[];
  /** Smallest value and distance of neighbouring values, where the values lie on a grid. */
  readonly grid?: readonly [number, number];
}

export const populations = {
  dice: {
    words: '四面骰', value: (u) => Math.floor(4 * u) + 1, mean: 2.5, spread: Math.sqrt(1.25),
    axis: [0.6, 4.4], ticks: [1, 2, 3, 4], grid: [1, 1],
  },
  wait: {
    words: '等车', value: (u) => -5 * Math.log1p(-u), mean: 5, spread: 5, axis: [0, 16], ticks: [0, 4, 8, 12, 16],
  },
  prize: {
    words: '抽奖', value: (u) => (u < 0.02 ? 50 : 0), mean: 1, spread: 7, axis: [-1, 9], ticks: [0, 2, 4, 6, 8], grid: [0, 50],
  },
  cauchy: {
    words: '柯西', value: (u) => Math.tan(Math.PI * (u - 0.5)), mean: NaN, spread: NaN, axis: [-10, 10], ticks: [-10, -5, 0, 5, 10],
  },
  sample: {
    words: '手里的 12 次', value: (u) => at(waits, Math.floor(12 * u)), mean: meanOf(waits), spread: spreadOf(waits),
    axis: [0, 16], ticks: [0, 4, 8, 12, 16],
  },
} as const satisfies Readonly<Record<string, Population>>;

export type PopulationName = keyof typeof populations;
export const names = ['dice', 'wait', 'prize', 'cauchy', 'sample'] as const satisfies readonly PopulationName[];
export const sizes = [1, 2, 5, 10, 12, 30, 100] as const;
export const repeats = [100, 300, 1000] as const;

export interface CltLabState {
  readonly population: PopulationName;
  /** Values in a sample. */
  readonly n: (typeof sizes)[number];
  /** How many samples. */
  readonly times: (typeof repeats)[number];
  readonly seed: number;
}

export const initialState: CltLabState = { population: 'dice', n: 2, times: 1000, seed: 42 };

export const populationOf = ({ population }: CltLabState): Population => populations[population];

/** σ/√n. */
export const standardError = (state: CltLabState): number => populationOf(state).spread / Math.sqrt(state.n);

/** The same means as `f(default_rng(seed).random((times, n))).mean(axis=1)`. */
export const sampleMeans = rememberLast((state: CltLabState): readonly number[] => {
  const random = defaultRng(state.seed);
  const { value } = populationOf(state);
  return range(state.times).map(() => meanOf(range(state.n).map(() => value(random()))));
}, (state) => JSON.stringify(state));

/** `np.quantile` with its default method. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  return at(sorted, low) + (place - low) * (at(sorted, Math.min(low + 1, sorted.length - 1)) - at(sorted, low));
}

/** In the bootstrap, what holds the middle 95 % of the means; else μ ± 1.96 σ/√n. */
export function interval(state: CltLabState): readonly [number, number] {
  const means = sampleMeans(state);
  if (state.population === 'sample') return [quantile(means, 0.025), quantile(means, 0.975)];
  const half = 1.96 * standardError(state);
  return [populationOf(state).mean - half, populationOf(state).mean + half];
}

/** Shares of the means below and above the interval. */
export function outside(state: CltLabState): readonly [number, number] {
  const [low, high] = interval(state);
  const means = sampleMeans(state);
  return [means.filter((mean) => mean < low).length / means.length, means.filter((mean) => mean > high).length / means.length];
}

export interface Bin { readonly from: number; readonly to: number; readonly count: number }

/** Bars of equal width over the axis; on a grid each holds the same number of grid points. Means beyond the axis are in none. */
export function bins(state: CltLabState): Bin[] {
  const { axis: [low, high], grid } = populationOf(state);
  const wanted = Number.isNaN(standardError(state)) ? (high - low) / 40 : Math.max((high - low) / 80, standardError(state) / 3);
  const step = grid === undefined ? wanted : grid[1] / state.n;
  const width = grid === undefined ? (high - low) / Math.round((high - low) / wanted) : step * Math.max(1, Math.round(wanted / step));
  const start = grid === undefined ? low : grid[0] - step / 2;
  const count = grid === undefined ? Math.round((high - low) / width) : Math.floor((high - start) / width + 0.5);
  const tally = range(count).map(() => 0);
  for (const mean of sampleMeans(state)) {
    const place = Math.floor((mean - start) / width + 1e-9);
    if (place >= 0 && place < count) tally[place] = at(tally, place) + 1;
  }
  return tally.map((many, place) => ({ from: start + place * width, to: start + (place + 1) * width, count: many }));
}

/** How many means the normal curve promises a bar of this width around x. */
export function promised(state: CltLabState, width: number, x: number): number {
  const error = standardError(state);
  return (state.times * width * Math.exp(-(((x - populationOf(state).mean) / error) ** 2) / 2)) / (error * Math.sqrt(2 * Math.PI));
}
