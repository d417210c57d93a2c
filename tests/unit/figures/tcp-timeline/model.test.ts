import { describe, expect, test } from 'vitest';
import { delay, longest, segments, simulate, timeout } from '../../../../src/figures/tcp-timeline/model.ts';

const resent = (window: number, lost: readonly number[]) =>
  simulate({ window, lost }).messages.filter(({ kind, reason }) => kind === 'data' && reason !== 'first').map(({ number, reason, sent }) => [number, reason, sent]);

describe('without loss', () => {
  test('every segment is sent once, and a wide window needs one round trip after the last', () => {
    const { messages, end } = simulate({ window: segments, lost: [] });
    expect(messages.filter(({ kind }) => kind === 'data')).toHaveLength(segments);
    expect(end).toBe(segments - 1 + 2 * delay);
  });

  test('a window of one is stop and wait', () => {
    expect(simulate({ window: 1, lost: [] }).end).toBe(segments * 2 * delay);
  });
});

describe('a lost segment', () => {
  test('is sent again at the third repetition of its acknowledgement when enough segments follow', () => {
    expect(resent(4, [1])).toEqual([[1, 'duplicates', 12]]);
  });

  test('waits for the timeout when too few follow', () => {
    expect(resent(2, [1])).toEqual([[1, 'timeout', 2 * delay + timeout]]);
    expect(resent(6, [5])[0]?.slice(0, 2)).toEqual([5, 'timeout']);
  });

  test('is acknowledged together with what had come before it', () => {
    const acks = simulate({ window: 6, lost: [0] }).messages.filter(({ kind }) => kind === 'ack').map(({ number }) => number);
    expect(acks.filter((number) => number === 0)).toHaveLength(5);
    expect(acks.at(-1)).toBe(6);
  });
});

test('every pattern of loss ends with all segments acknowledged', () => {
  for (let mask = 0; mask < 2 ** segments; mask += 1) {
    const lost = Array.from({ length: segments }, (_segment, i) => i).filter((i) => (mask & (1 << i)) !== 0);
    for (const window of [1, 3, 6]) {
      const { messages, end } = simulate({ window, lost });
      expect(end).toBeLessThan(longest - 1);
      expect(messages.filter(({ kind }) => kind === 'ack').some(({ number }) => number === segments)).toBe(true);
    }
  }
});
