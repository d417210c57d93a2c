/** Lloyd's algorithm on points in the plane: assign every point to its nearest centre, move centres to the mean, repeat. */

import { at, randomNumbers, range, replaced, sum } from '../kit/numbers.ts';
import type { Point } from '../kit/plane.ts';

export interface KMeansState {
  /** Which points, and which of them the centres start on. */
  readonly seed: number;
  readonly start: number;
  /** Where the centres start; their number is k. */
  readonly centers: readonly Point[];
  /** Half steps done: odd after an assignment, even after a move. */
  readonly step: number;
}

export const side = 10;
export const most = 4;
export const lastStep = 20;

/** Three clouds of ten points; coordinates in 0..10, two decimals. */
export function points(seed: number): Point[] {
  const random = randomNumbers(seed);
  const spread = (): number => (random() + random() + random() - 1.5) * 1.6;
  const middles: readonly Point[] = [[2.6, 7], [7.3, 7.6], [5.2, 2.5]];
  const round = (value: number): number => Math.round(Math.min(9.8, Math.max(0.2, value)) * 100) / 100;
  return middles.flatMap(([x, y]) => range(10).map((): Point => [round(x + spread()), round(y + spread())]));
}

/** k of the points, drawn without replacement: the classical start. */
export function startingCenters(seed: number, start: number, k: number): Point[] {
  const random = randomNumbers(start + 5000);
  const left = points(seed);
  return range(k).map(() => at(left.splice(Math.floor(random() * left.length), 1), 0));
}

export const initialState: KMeansState = { seed: 3, start: 1, centers: startingCenters(3, 1, 3), step: 2 };

const distance = ([a, b]: Point, [c, d]: Point): number => (a - c) ** 2 + (b - d) ** 2;

/** Index of the nearest centre of every point; the first of equals. */
export function assign(data: readonly Point[], centers: readonly Point[]): number[] {
  return data.map((point) => {
    const distances = centers.map((center) => distance(point, center));
    return distances.indexOf(Math.min(...distances));
  });
}

/** The mean of the points of each centre; a centre without points stays. */
export function moveCenters(data: readonly Point[], labels: readonly number[], centers: readonly Point[]): Point[] {
  return centers.map((center, k) => {
    const own = data.filter((_point, i) => labels[i] === k);
    return own.length === 0 ? center : [sum(own.map(([x]) => x)) / own.length, sum(own.map(([, y]) => y)) / own.length];
  });
}

/** Sum of squared distances of the points to the centres they are assigned to. */
export function inertia(data: readonly Point[], labels: readonly number[], centers: readonly Point[]): number {
  return sum(data.map((point, i) => distance(point, at(centers, at(labels, i)))));
}

export interface Round {
  readonly centers: readonly Point[];
  /** Empty before the first assignment. */
  readonly labels: readonly number[];
  readonly moved: boolean;
}

/** Every half step from the start until nothing changes. */
export function rounds({ seed, centers }: KMeansState): Round[] {
  const data = points(seed);
  const list: Round[] = [{ centers, labels: [], moved: false }];
  while (list.length <= lastStep) {
    const { centers: now, labels: before } = at(list, list.length - 1);
    const labels = assign(data, now);
    if (String(labels) === String(before)) break;
    list.push({ centers: now, labels, moved: false }, { centers: moveCenters(data, labels, now), labels, moved: true });
  }
  return list;
}

/** A centre dragged elsewhere: the run starts again from there. */
export function withCenter(state: KMeansState, index: number, point: Point): KMeansState {
  return { ...state, centers: replaced(state.centers, index, point), step: 0 };
}
