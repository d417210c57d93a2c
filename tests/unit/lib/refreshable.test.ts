import { expect, test } from 'vitest';
import { refreshable } from '../../../src/lib/refreshable.ts';

test('a value is computed once, and again after it was dropped', () => {
  let count = 0;
  const value = refreshable(() => (count += 1));
  expect([value.get(), value.get()]).toEqual([1, 1]);
  value.drop();
  expect([value.get(), value.get()]).toEqual([2, 2]);
});

test('undefined is a value too', () => {
  let count = 0;
  const value = refreshable(() => { count += 1; });
  value.get();
  value.get();
  expect(count).toBe(1);
});
