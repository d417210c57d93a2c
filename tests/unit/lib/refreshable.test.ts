import { expect, test } from 'vitest';
import { refreshable } from '../../../src/lib/refreshable.ts';

test('computes when asked, once, and again after a drop', () => {
  let runs = 0;
  const value = refreshable(() => (runs += 1));
  expect(runs).toBe(0);
  expect([value.get(), value.get()]).toEqual([1, 1]);
  value.drop();
  expect(value.get()).toBe(2);
});

test('a value of undefined is remembered too', () => {
  let runs = 0;
  const value = refreshable(() => { runs += 1; });
  value.get();
  value.get();
  expect(runs).toBe(1);
});
