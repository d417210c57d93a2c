import { describe, expect, test } from 'vitest';
import { countFaults, initialState, simulate, type Policy } from '../../../../src/figures/page-replacement/model.ts';

describe('the string of Belady', () => {
  test.each<[Policy, number, number]>([
    ['fifo', 3, 9], ['fifo', 4, 10], ['lru', 3, 10], ['lru', 4, 8], ['opt', 3, 7], ['opt', 4, 6],
  ])('%s with %i frames has %i faults', (policy, frames, faults) => expect(countFaults({ ...initialState, policy, frames })).toBe(faults));
});

test('the textbook string gives 15, 12 and 9 faults', () => {
  const accesses = [7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1];
  expect((['fifo', 'lru', 'opt'] as const).map((policy) => countFaults({ accesses, frames: 3, policy }))).toEqual([15, 12, 9]);
});

test('the clock spares a page that was used since the hand passed', () => {
  const list = simulate({ accesses: [1, 2, 3, 4, 2, 5], frames: 3, policy: 'clock' });
  expect(list[3]).toMatchObject({ page: 4, evicted: 1, fault: true });
  expect(list[4]).toMatchObject({ page: 2, fault: false });
  expect(list[5]).toMatchObject({ page: 5, evicted: 3 });
});

test('no policy beats the one that knows the future', () => {
  for (const frames of [1, 2, 3, 4, 5]) {
    const best = countFaults({ ...initialState, frames, policy: 'opt' });
    for (const policy of ['fifo', 'lru', 'clock'] as const) expect(countFaults({ ...initialState, frames, policy })).toBeGreaterThanOrEqual(best);
  }
});
