/** Sorting algorithms as films: one frame per comparison or swap. */

import { at, randomNumbers, range } from '../kit/numbers.ts';

export const algorithms = ['bubble', 'insertion', 'selection', 'quick', 'heap'] as const;
export type Algorithm = (typeof algorithms)[number];
export const names: Readonly<Record<Algorithm, string>> = { bubble: '冒泡', insertion: '插入', selection: '选择', quick: '快速', heap: '堆' };

export interface SortState {
  readonly algorithm: Algorithm;
  readonly values: readonly number[];
  readonly step: number;
}

/** `touched` are the two places that are compared or swapped; `sorted` are the places that are final. */
export interface Frame {
  readonly values: readonly number[];
  readonly touched: readonly number[];
  readonly swapped: boolean;
  readonly sorted: readonly number[];
  readonly comparisons: number;
  readonly swaps: number;
}

export const size = 8;
export const initialState: SortState = { algorithm: 'insertion', values: [5, 2, 8, 1, 9, 3, 7, 4], step: 6 };

/** Records every comparison and swap that an algorithm makes. */
class Film {
  readonly frames: Frame[] = [];
  readonly values: number[];
  #sorted: number[] = [];
  #comparisons = 0;
  #swaps = 0;

  constructor(values: readonly number[]) {
    this.values = [...values];
    this.#take([], false);
  }

  #take(touched: readonly number[], swapped: boolean): void {
    this.frames.push({
      values: [...this.values], touched, swapped, sorted: [...this.#sorted], comparisons: this.#comparisons, swaps: this.#swaps,
    });
  }

  /** Whether the value at i is larger than the one at j. */
  larger(i: number, j: number): boolean {
    this.#comparisons += 1;
    this.#take([i, j], false);
    return at(this.values, i) > at(this.values, j);
  }

  swap(i: number, j: number): void {
    if (i === j) return;
    const kept = at(this.values, i);
    this.values[i] = at(this.values, j);
    this.values[j] = kept;
    this.#swaps += 1;
    this.#take([i, j], true);
  }

  done(...places: readonly number[]): void {
    this.#sorted = [...this.#sorted, ...places];
  }

  end(): Frame[] {
    this.#sorted = range(this.values.length);
    this.#take([], false);
    return this.frames;
  }
}

/** Lomuto partition with the last element as pivot. */
function quick(film: Film, low: number, high: number): void {
  if (low > high) return;
  let border = low;
  for (let i = low; i < high; i += 1) {
    if (film.larger(high, i)) {
      film.swap(i, border);
      border += 1;
    }
  }
  film.swap(border, high);
  film.done(border);
  quick(film, low, border - 1);
  quick(film, border + 1, high);
}

/** Lets the value at `root` sink in a max-heap of `count` elements. */
function sink(film: Film, root: number, count: number): void {
  for (let parent = root, child = 2 * parent + 1; child < count; child = 2 * parent + 1) {
    const larger = child + 1 < count && film.larger(child + 1, child) ? child + 1 : child;
    if (!film.larger(larger, parent)) return;
    film.swap(parent, larger);
    parent = larger;
  }
}

const run: Readonly<Record<Algorithm, (film: Film, n: number) => void>> = {
  bubble(film, n) {
    for (let end = n - 1; end > 0; end -= 1) {
      let swapped = false;
      for (let i = 0; i < end; i += 1) if (film.larger(i, i + 1)) { film.swap(i, i + 1); swapped = true; }
      film.done(end);
      if (!swapped) return;
    }
  },
  insertion(film, n) {
    for (let i = 1; i < n; i += 1) for (let j = i; j > 0 && film.larger(j - 1, j); j -= 1) film.swap(j - 1, j);
  },
  selection(film, n) {
    for (let i = 0; i < n - 1; i += 1) {
      let least = i;
      for (let j = i + 1; j < n; j += 1) if (film.larger(least, j)) least = j;
      film.swap(i, least);
      film.done(i);
    }
  },
  quick: (film, n) => quick(film, 0, n - 1),
  heap(film, n) {
    for (let root = Math.floor(n / 2) - 1; root >= 0; root -= 1) sink(film, root, n);
    for (let end = n - 1; end > 0; end -= 1) {
      film.swap(0, end);
      film.done(end);
      sink(film, 0, end);
    }
  },
};

/** All frames, from the values as they are to the values in order. */
export function film({ algorithm, values }: Pick<SortState, 'algorithm' | 'values'>): Frame[] {
  const recorder = new Film(values);
  run[algorithm](recorder, values.length);
  return recorder.end();
}

/** The numbers 1..9 without one, in a random order. */
export function shuffled(seed: number): number[] {
  const random = randomNumbers(seed);
  const left = range(size + 1).map((index) => index + 1);
  return range(size).map(() => at(left.splice(Math.floor(random() * left.length), 1), 0));
}
