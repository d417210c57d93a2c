import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/position-dials/element.ts';
import {
  encoding, frequencies, handExample, shifted, similarities, similarity,
} from '../../../../src/figures/position-dials/model.ts';
import { lengthText, positionDialsSvg, tell } from '../../../../src/figures/position-dials/view.ts';

test.each([
  [0, [0, 1, 0, 1]],
  [1, [0.8415, 0.5403, 0.01, 1]],
  [2, [0.9093, -0.4161, 0.02, 0.9998]],
  [3, [0.1411, -0.99, 0.03, 0.9996]],
])('the encoding of position %i is the one computed by hand', (position, numbers) => {
  encoding(position, 4, 10_000).forEach((value, index) => expect(value).toBeCloseTo(numbers[index] ?? NaN, 4));
});

test.each([[0, 2], [1, 1.5403], [2, 0.5837], [3, 0.0096], [4, 0.3456], [6, 1.9584]])(
  'positions %i apart have the dot product %f', (offset, product) => {
    expect(similarity(offset, 4, 10_000)).toBeCloseTo(product, 4);
  });

test('the dot product of two encodings depends on their distance only', () => {
  const table = similarities(handExample);
  table.forEach((row, i) => row.forEach((value, j) => {
    const other = encoding(j, 4, 10_000);
    expect(encoding(i, 4, 10_000).reduce((sum, x, k) => sum + x * (other[k] ?? NaN), 0)).toBeCloseTo(value, 12);
  }));
});

test('with base 100 the second dial turns ten times as fast', () => {
  expect(frequencies(4, 100)[1]).toBeCloseTo(0.1, 12);
  expect(frequencies(4, 10_000)[1]).toBeCloseTo(0.01, 12);
});

test('a common step leaves the dot product alone, and stops at the edge', () => {
  expect(shifted(handExample, 1)).toEqual({ ...handExample, query: 2, key: 4 });
  expect(shifted({ ...handExample, key: 15 }, 1)).toEqual({ ...handExample, key: 15 });
});

test('the reader sets positions, base and width, and nothing else', () => {
  const act = (name: string, at: readonly number[], value = '') => figure.update(handExample, { name, at, value });
  expect(act('pair', [5, 9])).toEqual({ ...handExample, query: 5, key: 9 });
  expect(act('base', [], '100').base).toBe(100);
  expect(act('width', [], '16').width).toBe(16);
  expect(act('width', [], '5')).toEqual(handExample);
});

test('the drawing and the sentence give the numbers of the hand example', () => {
  expect(tell(handExample)).toContain('点积 0.5837');
  expect(positionDialsSvg(handExample)).toContain('点积 0.58');
  expect(lengthText(2 * Math.PI)).toBe('6.28');
});
