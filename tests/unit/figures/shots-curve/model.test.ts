import { expect, test } from 'vitest';
import { ceiling, curves, longest } from '../../../../src/figures/shots-curve/model.ts';

test.each([[0, 0.125], [1, 0.344], [2, 0.508], [4, 0.723], [11, 0.963]])('after %i examples the ceiling is %f', (shots, share) =>
  expect(ceiling(shots)).toBeCloseTo(share, 3));

test('every curve has a value for each number of examples', () =>
  curves.forEach(({ shares }) => expect(shares).toHaveLength(longest + 1)));

test('two layers reach the ceiling, one layer and one book do not', () => {
  const last = (index: number): number => curves[index]?.shares.at(-1) ?? NaN;
  expect(last(1)).toBeGreaterThan(0.92);
  expect(last(2)).toBeLessThan(0.6);
  expect(last(3)).toBeLessThan(0.3);
});
