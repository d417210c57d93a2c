/**
 * NumPy's arrays as they lie in memory: a shape, strides and an offset over one flat buffer.
 * Everything here makes a view: it moves no element. Where NumPy has to copy, the result is `undefined`.
 */

import { at, range } from './numbers.ts';

export interface NdArray {
  readonly shape: readonly number[];
  /** Bytes from one element to the next along each axis. */
  readonly strides: readonly number[];
  /** Bytes from the start of the buffer to element [0, 0, …]. */
  readonly offset: number;
  readonly itemSize: number;
}

export type Order = 'C' | 'F';

export const product = (sizes: readonly number[]): number => sizes.reduce((total, size) => total * size, 1);

/** A tuple as Python writes it: `()`, `(4,)`, `(3, 4)`. */
export const tupleText = (values: readonly number[]): string => `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;

/** A fresh array: the last axis (C) or the first (F) lies closest together. */
export function contiguous(shape: readonly number[], itemSize: number, order: Order = 'C'): NdArray {
  const strides = shape.map((_size, axis) => itemSize * product(order === 'C' ? shape.slice(axis + 1) : shape.slice(0, axis)));
  return { shape, strides, offset: 0, itemSize };
}

/** `a.transpose(axes)`: the same bytes, the axes in another order. */
export function transpose(array: NdArray, axes: readonly number[] = range(array.shape.length).reverse()): NdArray {
  return { ...array, shape: axes.map((axis) => at(array.shape, axis)), strides: axes.map((axis) => at(array.strides, axis)) };
}

/** The byte at which an element starts: offset + Σ index × stride. */
export function byteOf({ strides, offset }: NdArray, index: readonly number[]): number {
  return strides.reduce((sum, stride, axis) => sum + stride * at(index, axis), offset);
}

/** The index of the element that comes `place`-th when the last axis runs fastest. */
export function indexAt(shape: readonly number[], place: number): number[] {
  return shape.map((size, axis) => Math.floor(place / product(shape.slice(axis + 1))) % size);
}

/** Where every element starts, the last axis running fastest. */
export function bytesOf(array: NdArray): number[] {
  return range(product(array.shape)).map((place) => byteOf(array, indexAt(array.shape, place)));
}

/** Start, step and count of `start:stop:step` on an axis, as Python's `slice.indices` has them; `step` is not 0. */
export function sliceIndices(size: number, start?: number, stop?: number, step = 1): { readonly start: number; readonly step: number; readonly count: number } {
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const clamp = (value: number): number => Math.min(high, Math.max(low, value < 0 ? value + size : value));
  const first = start === undefined ? (step > 0 ? 0 : size - 1) : clamp(start);
  const end = stop === undefined ? (step > 0 ? size : -1) : clamp(stop);
  return { start: first, step, count: Math.max(0, Math.ceil((end - first) / step)) };
}

/** `a.reshape(shape)` without a copy, or `undefined`: each run of old axes must be evenly spaced as a whole. */
export function reshape(array: NdArray, shape: readonly number[]): NdArray | undefined {
  const old = range(array.shape.length).filter((axis) => at(array.shape, axis) !== 1);
  const strides: number[] = [];
  let [from, to] = [0, 0];
  while (to < shape.length) {
    const [firstOld, firstNew] = [from, to];
    if (from === old.length) {
      // Only axes of length 1 are left; NumPy repeats the last stride.
      strides.push(strides.at(-1) ?? array.itemSize);
      to += 1;
      continue;
    }
    let [sizeOld, sizeNew] = [at(array.shape, at(old, from++)), at(shape, to++)];
    while (sizeOld !== sizeNew) {
      if (sizeOld < sizeNew) sizeOld *= at(array.shape, at(old, from++));
      else sizeNew *= at(shape, to++);
    }
    const run = old.slice(firstOld, from);
    const even = run.every((axis, k) => k + 1 === run.length
      || at(array.strides, axis) === at(array.strides, at(run, k + 1)) * at(array.shape, at(run, k + 1)));
    if (!even) return undefined;
    const inner = at(array.strides, at(run, run.length - 1));
    for (let axis = firstNew; axis < to; axis += 1) strides.push(inner * product(shape.slice(axis + 1, to)));
  }
  return { ...array, shape, strides };
}
