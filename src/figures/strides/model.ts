/** What an indexing expression on `a = np.arange(24).reshape(6, 4)` reads from memory, and whom writing to it changes. */

import { rememberLast } from '../kit/memo.ts';
import { at, range } from '../kit/numbers.ts';
import { bytesOf, evaluate, itemSize, Mistake, type Reading } from './expression.ts';

export interface StridesState {
  readonly expression: string;
  /** The element of the result that is looked at, the last axis running fastest. */
  readonly look: number;
  /** Whether 99 has been written to it. */
  readonly written: boolean;
}

export const initialState: StridesState = { expression: 'a[1:5:2, ::-1]', look: 1, written: false };

export const examples = ['a[1:5:2, ::-1]', 'a[2]', 'a[:, 1]', 'a[:, None, 1]', 'a[::2, 1:3].T', 'a[[4, 0]]', 'a[[1, 3, 5], [0, 2, 3]]', 'a[1:5, [3, 0]]', 'a[a % 5 == 0]', 'a[2].copy()'] as const;

/** The reading, or the words of what Python would report. */
export const outcome = rememberLast((expression: string): Reading | string => {
  try {
    return evaluate(expression);
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    throw error;
  }
}, (expression) => expression);

export interface Look {
  readonly index: readonly number[];
  /** In the memory that the result reads. */
  readonly byte: number;
}

/** The element that is looked at; `undefined` for an empty result. */
export function lookedAt(reading: Reading, look: number): Look | undefined {
  const bytes = bytesOf(reading);
  let place = Math.min(look, bytes.length - 1);
  const byte = bytes[place];
  if (byte === undefined) return undefined;
  const index = reading.shape.toReversed().map((size) => {
    const step = place % size;
    place = (place - step) / size;
    return step;
  });
  return { index: index.reverse(), byte };
}

/** The values in the memory of `a`, and in the result's own; `own` is undefined for a view. */
export function memories({ look, written }: StridesState, reading: Reading): { readonly a: readonly number[]; readonly own: readonly number[] | undefined } {
  const hit = written ? lookedAt(reading, look)?.byte : undefined;
  const write = (values: readonly number[]): number[] => values.map((value, place) => (place * itemSize === hit ? 99 : value));
  const { own } = reading;
  return own === undefined ? { a: write(range(24)), own } : { a: range(24), own: write(own) };
}

/** What stands in the result, the last axis running fastest. */
export function valuesOf(state: StridesState, reading: Reading): number[] {
  const { a, own } = memories(state, reading);
  return bytesOf(reading).map((byte) => at(own ?? a, byte / itemSize));
}
