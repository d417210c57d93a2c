/** Reads `a[1:3, ::-1].T.reshape(2, 4)`: the small part of NumPy's language that makes views and copies. */

import { byteOf, contiguous, indexAt, product, reshape, sliceIndices, transpose, tupleText, type NdArray } from '../kit/nd-array.ts';
import { at, range } from '../kit/numbers.ts';

/** What an expression gives: places in the buffer it reads, whether that buffer is a new one. */
export interface Result {
  readonly array: NdArray;
  /** For a copy: the element of `a` (by its place in a's buffer) that lies at each place of the new buffer. */
  readonly copied: readonly number[] | undefined;
}

/** A mistake that Python reports, in its own class. */
export class NumpyError extends Error {
  constructor(kind: 'IndexError' | 'ValueError' | 'SyntaxError', words: string) {
    super(`${kind}：${words}`);
  }
}

const integers = (text: string): number[] => {
  const parts = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  if (!parts.every((part) => /^-?\d{1,3}$/.test(part))) throw new NumpyError('SyntaxError', `读不懂 ${text}。`);
  return parts.map(Number);
};

/** Cuts at commas that are not inside brackets. */
const entries = (text: string): string[] => [...text.matchAll(/\[[^\]]*\]|[^,[\]]+/g)].map(([entry]) => entry.trim()).filter((entry) => entry !== '');

function inside(index: number, size: number, axis: number): number {
  if (index < -size || index >= size) throw new NumpyError('IndexError', `下标 ${index} 超出轴 ${axis} 的范围，它的长度是 ${size}。`);
  return index < 0 ? index + size : index;
}

/** The elements of a view in C order, in a buffer of their own; `list` picks along the first axis. */
function copyOf({ array, copied }: Result, list = range(array.shape[0] ?? 1)): Result {
  const shape = array.shape.map((size, axis) => (axis === 0 ? list.length : size));
  const sources = range(product(shape)).map((place) => {
    const index = indexAt(shape, place).map((step, axis) => (axis === 0 ? at(list, step) : step));
    const from = byteOf(array, index) / array.itemSize;
    return copied === undefined ? from : at(copied, from);
  });
  return { array: contiguous(shape, array.itemSize), copied: sources };
}

/** `a[:, list]`: NumPy lays the copy out with the listed axis first, and turns it back. */
function pickAlong(view: Result, axis: number, list: readonly number[]): Result {
  const others = range(view.array.shape.length).filter((other) => other !== axis);
  const copy = copyOf({ ...view, array: transpose(view.array, [axis, ...others]) }, [...list]);
  return { ...copy, array: transpose(copy.array, range(others.length + 1).map((place) => [axis, ...others].indexOf(place))) };
}

function readSlice(entry: string): readonly [number | undefined, number | undefined, number | undefined] {
  const parts = entry.split(':').map((part) => part.trim());
  if (parts.length > 3 || !parts.every((part) => /^(-?\d{1,3})?$/.test(part))) throw new NumpyError('SyntaxError', `读不懂下标 ${entry}。`);
  const [start, stop, step] = parts.map((part) => (part === '' ? undefined : Number(part)));
  if (step === 0) throw new NumpyError('ValueError', '切片的步长不能是 0。');
  return [start, stop, step];
}

/** `a[…]`: integers, slices, `None`, `...`, and one list of integers, which copies. */
function subscript(result: Result, text: string): Result {
  const list = entries(text);
  const { array } = result;
  const named = list.filter((entry) => entry !== 'None' && entry !== '...').length;
  if (list.length === 0) throw new NumpyError('SyntaxError', '方括号里没有下标。');
  if (named > array.shape.length) throw new NumpyError('IndexError', `下标太多：数组有 ${array.shape.length} 个轴，却给了 ${named} 个。`);
  const dots = list.indexOf('...');
  if (list.lastIndexOf('...') !== dots) throw new NumpyError('IndexError', '省略号只能写一次。');
  const filler = range(array.shape.length - named).map(() => ':');
  const full = dots < 0 ? [...list, ...filler] : [...list.slice(0, dots), ...filler, ...list.slice(dots + 1)];
  const [shape, strides, picks]: [number[], number[], [number, number[]][]] = [[], [], []];
  let [offset, axis] = [array.offset, 0];
  for (const entry of full) {
    if (entry === 'None') { shape.push(1); strides.push(0); continue; }
    const [size, stride] = [at(array.shape, axis), at(array.strides, axis)];
    if (entry.startsWith('[')) {
      picks.push([shape.length, integers(entry.slice(1, -1)).map((index) => inside(index, size, axis))]);
      shape.push(size); strides.push(stride);
    } else if (entry.includes(':')) {
      const cut = sliceIndices(size, ...readSlice(entry));
      offset += cut.count === 0 ? 0 : cut.start * stride;
      shape.push(cut.count); strides.push(cut.step * stride);
    } else {
      offset += inside(at(integers(entry), 0), size, axis) * stride;
    }
    axis += 1;
  }
  if (picks.length > 1 || (picks.length === 1 && full.some((entry) => /^-?\d+$/.test(entry)))) {
    throw new NumpyError('SyntaxError', '这张图里一次只能用一个整数列表，其余写切片。');
  }
  const view = { ...result, array: { ...array, shape, strides, offset } };
  const [pick] = picks;
  if (pick !== undefined) return pickAlong(view, ...pick);
  // With an integer for every axis NumPy gives a scalar, which is never a view.
  return shape.length === 0 && dots < 0 ? copyOf(view) : view;
}

/** `.reshape(…)`; −1 stands for whatever is left. */
function reshaped(result: Result, text: string): Result {
  const wanted = integers(text.replace(/^\s*\((.*)\)\s*$/, '$1'));
  const total = product(result.array.shape);
  const rest = product(wanted.filter((size) => size !== -1));
  const open = wanted.filter((size) => size === -1).length;
  const shape = wanted.map((size) => (size === -1 && rest > 0 ? total / rest : size));
  if (open > 1 || total === 0 || !shape.every((size) => Number.isInteger(size) && size > 0) || product(shape) !== total) {
    throw new NumpyError('ValueError', `${total} 个元素排不成 ${tupleText(wanted)}。`);
  }
  const view = reshape(result.array, shape);
  if (view !== undefined) return { ...result, array: view };
  const copy = copyOf(result);
  return { ...copy, array: contiguous(shape, copy.array.itemSize) };
}

function transposed(result: Result, text: string): Result {
  const axes = integers(text);
  const { length } = result.array.shape;
  if (axes.length > 0 && String(axes.toSorted((a, b) => a - b)) !== String(range(length))) {
    throw new NumpyError('ValueError', `transpose 要把 ${length} 个轴各写一次。`);
  }
  return { ...result, array: axes.length === 0 ? transpose(result.array) : transpose(result.array, axes) };
}

const pattern = /^\s*(?:\[((?:[^[\]]|\[[^\]]*\])*)\]|\.(T)(?![a-z])|\.(reshape|transpose|ravel|flatten|copy)\(([^()]*|\s*\([^()]*\)\s*)\))/;

/** Runs an expression on `a`. Throws a NumpyError whose text the reader sees. */
export function evaluate(expression: string, a: NdArray): Result {
  const start = /^\s*a(?![a-z])/.exec(expression);
  if (start === null) throw new NumpyError('SyntaxError', '从 a 开始写，例如 a[1:, ::2]。');
  let rest = expression.slice(start[0].length);
  let result: Result = { array: a, copied: undefined };
  while (rest.trim() !== '') {
    const match = pattern.exec(rest);
    if (match === null) throw new NumpyError('SyntaxError', `读不懂 ${rest.trim()}；可以写 [ ]、.T、.transpose()、.reshape()、.ravel()、.flatten()、.copy()。`);
    const [whole, index, flip, method, inner = ''] = match;
    if (index !== undefined) result = subscript(result, index);
    else if (flip !== undefined) result = transposed(result, '');
    else if (method === 'transpose') result = transposed(result, inner);
    else if (method === 'reshape') result = reshaped(result, inner);
    else if (method === 'ravel') result = reshaped(result, '-1');
    else if (method === 'copy') result = copyOf(result);
    else result = reshaped(copyOf(result), '-1');
    rest = rest.slice(whole.length);
  }
  if (result.array.shape.length > 3) throw new NumpyError('ValueError', '这张图最多画三个轴。');
  if (product(result.array.shape) > 24) throw new NumpyError('ValueError', '这张图最多画 24 个元素。');
  return result;
}
