import { expect, test } from 'vitest';
import { rememberLast } from '../../../../src/figures/kit/memo.ts';

test('computes once for equal arguments, and anew for others', () => {
  const asked: number[] = [];
  const double = rememberLast((n: number) => (asked.push(n), 2 * n), String);
  expect([double(1), double(1), double(2), double(1)]).toEqual([2, 2, 4, 2]);
  expect(asked).toEqual([1, 2, 1]);
});
