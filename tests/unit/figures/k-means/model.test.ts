import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/k-means/element.ts';
import { assign, inertia, initialState, moveCenters, points, rounds, startingCenters, withCenter } from '../../../../src/figures/k-means/model.ts';

test('a point goes to the nearest centre, the first of equals', () => {
  expect(assign([[0, 0], [5, 0], [9, 0]], [[0, 0], [10, 0]])).toEqual([0, 0, 1]);
});

test('a centre moves to the mean of its points, and stays where it has none', () => {
  expect(moveCenters([[0, 0], [2, 4]], [0, 0], [[9, 9], [5, 5]])).toEqual([[1, 2], [5, 5]]);
});

test.each([1, 2, 3, 4, 5, 6])('with seed %i no half step raises the sum of squares, and the run ends', (seed) => {
  const list = rounds({ seed, start: seed, centers: startingCenters(seed, seed, 3), step: 0 });
  const sums = list.slice(1).map(({ labels, centers }) => inertia(points(seed), labels, centers));
  sums.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual((sums[i] ?? NaN) + 1e-9));
  expect(list.length).toBeLessThan(21);
});

test('centres start on different points', () => {
  const centers = startingCenters(3, 1, 4).map(String);
  expect(new Set(centers).size).toBe(4);
});

test('a dragged centre starts the run again; the arrow keys push it', () => {
  expect(withCenter({ ...initialState, step: 3 }, 0, [1, 1])).toMatchObject({ step: 0 });
  const pushed = figure.update(initialState, { name: 'center', at: [0], value: '', move: { by: [1, -1] } });
  expect(pushed.centers[0]?.[0]).toBeCloseTo((initialState.centers[0]?.[0] ?? NaN) + 0.25, 9);
  expect(pushed.centers[0]?.[1]).toBeCloseTo((initialState.centers[0]?.[1] ?? NaN) + 0.25, 9);
});

test('a centre cannot be dragged out of the plane', () => {
  const dragged = figure.update(initialState, { name: 'center', at: [1], value: '', move: { to: [-500, 9000] } });
  expect(dragged.centers[1]).toEqual([0, 0]);
  expect(figure.parse(dragged)).toEqual(dragged);
});
