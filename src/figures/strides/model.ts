/** What an expression on `np.arange(12).reshape(3, 4)` reads from memory, and whom writing to it changes. */

import { byteOf, bytesOf, contiguous, indexAt, product, type NdArray, type Order } from '../kit/nd-array.ts';
import { at, range } from '../kit/numbers.ts';
import { rememberLast } from '../kit/memo.ts';
import { evaluate, NumpyError, type Result } from './expression.ts';

export const itemSizes = [1, 2, 4, 8] as const;

export interface StridesState {
  readonly expression: string;
  readonly order: Order;
  /** Bytes an element: int8 to int64. */
  readonly itemSize: (typeof itemSizes)[number];
  /** The element of the result that is looked at, the last axis running fastest. */
  readonly look: number;
  /** Whether 99 has been written to it. */
  readonly written: boolean;
}

/** np.array: rows 1 and 2, every second column from the end: strides (32, −16). */
export const initialState: StridesState = { expression: 'a[1:, ::-2]', order: 'C', itemSize: 8, look: 1, written: false };

export const examples = ['a[1:, ::-2]', 'a.T', 'a[1]', 'a[:, None, 2]', 'a.reshape(2, 2, 3)', 'a.T.reshape(2, 6)', 'a[[0, 2]]', 'a[::2].copy()'] as const;

/** The array `a` itself. Its buffer holds 0..11 in C order; in Fortran order the columns lie together. */
export const original = ({ order, itemSize }: Pick<StridesState, 'order' | 'itemSize'>): NdArray => contiguous([3, 4], itemSize, order);

/** The values 0..11 as they lie in the buffer of `a`. */
export function buffer(state: Pick<StridesState, 'order' | 'itemSize'>): number[] {
  const places = bytesOf(original(state)).map((byte) => byte / state.itemSize);
  return range(places.length).map((place) => places.indexOf(place));
}

export type Outcome = Result | { readonly mistake: string };

export const outcome = rememberLast((state: StridesState): Outcome => {
  try {
    return evaluate(state.expression, original(state));
  } catch (error) {
    if (error instanceof NumpyError) return { mistake: error.message };
    throw error;
  }
}, ({ expression, order, itemSize }) => `${expression} ${order} ${itemSize}`);

export interface Look {
  readonly index: readonly number[];
  /** In the buffer that the result reads. */
  readonly byte: number;
}

/** The element that is looked at; `undefined` for an empty result. */
export function lookedAt(array: NdArray, look: number): Look | undefined {
  if (product(array.shape) === 0) return undefined;
  const index = indexAt(array.shape, Math.min(look, product(array.shape) - 1));
  return { index, byte: byteOf(array, index) };
}

/** Both buffers after the writing, if any: `own` is undefined where the result is a view. */
export function memories(state: StridesState, result: Result): { readonly a: readonly number[]; readonly own: readonly number[] | undefined } {
  const before = buffer(state);
  const own = result.copied?.map((place) => at(before, place));
  const look = lookedAt(result.array, state.look);
  if (!state.written || look === undefined) return { a: before, own };
  const write = (values: readonly number[]): number[] => values.map((value, place) => (place * state.itemSize === look.byte ? 99 : value));
  return own === undefined ? { a: write(before), own } : { a: before, own: write(own) };
}
