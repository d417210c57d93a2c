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
export const choices: readonly Shape[] = [[], [1], [3], [4], [1, 1], [1, 3], [1, 4], [3, 1], [4, 1], [3, 3], [3, 4], [4, 3]];

export const shapeText = (shape: Shape): string => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

/** One axis of two shapes that are aligned at their right ends. */
export interface Axis {
  /** Length in a and in b; 0 where the shape has no such axis (it counts as 1). */
  readonly left: number;
  readonly right: number;
  /** Length in the result; −1 where the lengths differ and neither is 1. */
  readonly size: number;
}

/** The three rules, axis by axis. */
export function align(a: Shape, b: Shape): Axis[] {
  const axes = Math.max(a.length, b.length);
  return range(axes).map((axis) => {
    const left = a[axis - axes + a.length] ?? 0;
    const right = b[axis - axes + b.length] ?? 0;
    const [one, other] = [left || 1, right || 1];
    return { left, right, size: one === other || other === 1 ? one : one === 1 ? other : -1 };
  });
}

/** The shape of a ⊕ b, or `undefined` when an axis differs and neither side is 1. */
export function broadcast(a: Shape, b: Shape): number[] | undefined {
  const result = align(a, b).map(({ size }) => size);
  return result.includes(-1) ? undefined : result;
}

/** A smallest change of one operand after which both fit. */
export interface Repair { readonly code: string; readonly a: Shape; readonly b: Shape; readonly result: Shape }

/** Each new last axis that makes both fit; where none does, each transpose that does. */
export function repairs(a: Shape, b: Shape): Repair[] {
  const working = (axes: number, code: string, change: (shape: Shape) => Shape): Repair[] => [
    ...(a.length === axes ? [{ code: `A${code}`, a: change(a), b }] : []),
    ...(b.length === axes ? [{ code: `B${code}`, a, b: change(b) }] : []),
  ].flatMap((repair) => {
    const result = broadcast(repair.a, repair.b);
    return result === undefined ? [] : [{ ...repair, result }];
  });
  const stood = working(1, '[:, None]', (shape) => [...shape, 1]);
  return stood.length > 0 ? stood : working(2, '.T', (shape) => [...shape].reverse());
}

/** Bytes of all elements, 8 an element. */
export const bytes = (shape: Shape): number => shape.reduce((product, size) => product * size, 8);

/** Bytes from one element to the next along each axis, C order. */
export const strides = (shape: Shape): number[] => shape.map((_size, axis) => bytes(shape.slice(axis + 1)));

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
