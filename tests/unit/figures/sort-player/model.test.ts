import { describe, expect, test } from 'vitest';
import { algorithms, film, shuffled } from '../../../../src/figures/sort-player/model.ts';

const last = (algorithm: (typeof algorithms)[number], values: readonly number[]) => film({ algorithm, values }).at(-1);

describe.each(algorithms)('%s', (algorithm) => {
  test.each([[[5, 2, 8, 1, 9, 3, 7, 4]], [[1, 1, 1]], [[2, 1]], [[9, 8, 7, 6, 5, 4, 3, 2]], [[1, 2, 3, 4]]])('puts %j in order', (values) => {
    expect(last(algorithm, values)?.values).toEqual(values.toSorted((a, b) => a - b));
  });

  test('changes nothing between frames but what it says it swaps', () => {
    const frames = film({ algorithm, values: [5, 2, 8, 1, 9, 3, 7, 4] });
    frames.slice(1).forEach(({ values, touched, swapped }, i) => {
      const changed = values.flatMap((value, place) => (value === frames[i]?.values[place] ? [] : [place]));
      expect(changed).toEqual(swapped ? touched.toSorted((a, b) => a - b) : []);
    });
  });

  test('never calls a place final that still changes', () => {
    const frames = film({ algorithm, values: [5, 2, 8, 1, 9, 3, 7, 4] });
    const end = frames.at(-1)?.values;
    for (const { sorted, values } of frames) for (const place of sorted) expect(values[place]).toBe(end?.[place]);
  });
});

test('insertion needs n − 1 comparisons for what is in order and n(n − 1)/2 for the reverse', () => {
  expect(last('insertion', [1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ comparisons: 7, swaps: 0 });
  expect(last('insertion', [8, 7, 6, 5, 4, 3, 2, 1])).toMatchObject({ comparisons: 28, swaps: 28 });
});

test('quicksort is at its worst on what is in order', () => {
  expect(last('quick', [1, 2, 3, 4, 5, 6, 7, 8])?.comparisons).toBe(28);
  expect(last('bubble', [1, 2, 3, 4, 5, 6, 7, 8])?.comparisons).toBe(7);
});

test('a shuffle has eight different numbers', () => {
  expect(new Set(shuffled(5)).size).toBe(8);
});
