/** What a list of floats and a one-dimensional ndarray of the same numbers take in memory (CPython, 64 bits). */

import { at } from '../kit/numbers.ts';

/** Bytes an element, by the name of the type. */
export const itemSizes = { float64: 8, float32: 4, float16: 2, uint8: 1 } as const;
export type Dtype = keyof typeof itemSizes;
export const dtypes = ['float64', 'float32', 'float16', 'uint8'] as const satisfies readonly Dtype[];

/** The chapter's table of marks, row after row; the first eight of its twelve numbers. */
export const marks = [92.5, 78, 85, 60, 88, 74, 81, 67] as const;

/** Lengths for which a list literal reserves no spare slot. */
export const counts = [1, 2, 4, 6, 8] as const;

export interface ArrayMemoryState {
  readonly count: (typeof counts)[number];
  readonly dtype: Dtype;
  /** The element that is read; one beyond the end means the last. */
  readonly look: number;
}

export const initialState: ArrayMemoryState = { count: 4, dtype: 'float64', look: 2 };

/** `sys.getsizeof`: an empty list, a slot of it, a float object, the array's header with n axes. */
export const listHeader = 56;
export const pointerSize = 8;
export const floatObject = 24;
export const arrayHeader = (axes: number): number => 96 + 16 * axes;

export interface Bytes {
  readonly header: number;
  /** Zero for an array: it has no pointers to its elements. */
  readonly pointers: number;
  readonly values: number;
  readonly total: number;
}

export function listBytes(count: number): Bytes {
  const [pointers, values] = [count * pointerSize, count * floatObject];
  return { header: listHeader, pointers, values, total: listHeader + pointers + values };
}

export function arrayBytes({ count, dtype }: Pick<ArrayMemoryState, 'count' | 'dtype'>): Bytes {
  const [header, values] = [arrayHeader(1), count * itemSizes[dtype]];
  return { header, pointers: 0, values, total: header + values };
}

/** Place of the element that is read. */
export const lookedAt = ({ count, look }: ArrayMemoryState): number => Math.min(look, count - 1);

/** An element as Python prints it in a list. */
export function listWords(place: number): string {
  const value = at(marks, place);
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The same element after conversion to the array's type: an integer type cuts the fraction off. */
export const arrayWords = (place: number, dtype: Dtype): string =>
  dtype === 'uint8' ? String(Math.trunc(at(marks, place))) : listWords(place);
