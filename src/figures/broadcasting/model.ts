/** NumPy's broadcasting of two arrays, with the strides that make it free of copies. */

import { at, range } from '../kit/numbers.ts';

export type Shape = readonly number[];

export interface BroadcastState {
  readonly a: Shape;
  readonly b: Shape;
  /** Row and column of the result that is looked at. */
  readonly row: number;
  readonly column: number;
}

export const initialState: BroadcastState = { a: [3, 1], b: [4], row: 1, column: 2 };

/** Shapes to choose from: up to two axes, so that everything can be drawn. */
export const choices: readonly Shape[] = [[], [1], [3], [4], [1, 1], [1, 4], [3, 1], [3, 4], [3, 3], [4, 3]];

export const shapeText = (shape: Shape): string => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

/** The shape of a ⊕ b, or `undefined` when an axis differs and neither side is 1. */
export function broadcast(a: Shape, b: Shape): number[] | undefined {
  const axes = Math.max(a.length, b.length);
  const padded = (shape: Shape): number[] => [...range(axes - shape.length).map(() => 1), ...shape];
  const [left, right] = [padded(a), padded(b)];
  const result = left.map((size, axis) => (size === right[axis] ? size : size === 1 ? right[axis] ?? 1 : right[axis] === 1 ? size : -1));
  return result.includes(-1) ? undefined : result;
}

/** Bytes from one element to the next along each axis, C order, 8 bytes an element. */
export function strides(shape: Shape): number[] {
  return shape.map((_size, axis) => 8 * shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

/** The strides with which `shape` is read as `result`: 0 along every axis that is repeated. */
export function readStrides(shape: Shape, result: Shape): number[] {
  const own = strides(shape);
  const missing = result.length - shape.length;
  return result.map((size, axis) => {
    const place = axis - missing;
    return place < 0 || (at(shape, place) === 1 && size !== 1) ? 0 : at(own, place);
  });
}

/** Values to look at: a counts 0, 10, 20 …, b counts 0, 1, 2 …, so that every sum shows where it comes from. */
export const valueAt = (offset: number, by: number): number => (offset / 8) * by;

/** Byte offset of an element of the result in one of the operands. */
export function offset(shape: Shape, result: Shape, index: readonly number[]): number {
  return readStrides(shape, result).reduce((sum, stride, axis) => sum + stride * at(index, axis), 0);
}
