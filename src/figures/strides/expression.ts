/** Reads `a[1:5, [3, 0]].T`: the part of NumPy's indexing that shows views and copies. The buffer of `a` holds 0..23. */

import { at, range, sum } from '../kit/numbers.ts';

/** Bytes an element: int64. */
export const itemSize = 8;

/** An array as NumPy keeps it: how one flat memory is read. */
export interface Reading {
  readonly shape: readonly number[];
  /** Bytes from one element to the next along each axis. */
  readonly strides: readonly number[];
  /** The byte of element [0, 0, …]. */
  readonly offset: number;
  /** For a copy: the values in its own memory. A view reads the memory of `a`. */
  readonly own?: readonly number[];
}

/** What Python reports, in its own class. */
export class Mistake extends Error {}

const fail = (words: string): never => { throw new Mistake(words); };

/** Where every element starts, the last axis running fastest. */
export const bytesOf = ({ shape, strides, offset }: Reading): number[] =>
  shape.reduce((bytes, size, axis) => bytes.flatMap((byte) => range(size).map((k) => byte + k * at(strides, axis))), [offset]);

/** Strides of a fresh array: the last axis lies closest together. */
const packed = (shape: readonly number[]): number[] =>
  shape.map((_size, axis) => shape.slice(axis + 1).reduce((bytes, size) => bytes * (size || 1), itemSize));

/** The values at these bytes, in a memory of their own. */
function copy({ own }: Reading, bytes: readonly number[], shape: readonly number[]): Reading {
  return { shape, strides: packed(shape), offset: 0, own: bytes.map((byte) => own?.[byte / itemSize] ?? byte / itemSize) };
}

const whole = /^-?\d{1,3}$/;

/** An index as a step from the start of its axis. */
function inside(text: string, size: number, axis: number): number {
  const index = whole.test(text) ? Number(text) : fail(`SyntaxError：读不懂下标 ${text}。`);
  if (index < -size || index >= size) fail(`IndexError：下标 ${index} 超出轴 ${axis}，它的长度是 ${size}。`);
  return index < 0 ? index + size : index;
}

/** First index, step and count of `start:stop:step`, as Python's `slice.indices` has them. */
function cut(text: string, size: number): readonly [number, number, number] {
  const parts = text.split(':').map((part) => part.trim());
  if (parts.length > 3 || !parts.every((part) => part === '' || whole.test(part))) fail(`SyntaxError：读不懂切片 ${text}。`);
  const step = Number(parts[2] || 1);
  if (step === 0) fail('ValueError：切片的步长不能是 0。');
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const end = (part: string | undefined, missing: number): number =>
    (part ? Math.min(high, Math.max(low, Number(part) + (Number(part) < 0 ? size : 0))) : missing);
  const [first, last] = [end(parts[0], step > 0 ? low : high), end(parts[1], step > 0 ? high : low)];
  return [first, step, Math.max(0, Math.ceil((last - first) / step))];
}

const tests: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  '>': (x, y) => x > y, '<': (x, y) => x < y, '>=': (x, y) => x >= y, '<=': (x, y) => x <= y, '==': (x, y) => x === y, '!=': (x, y) => x !== y,
};

/** `[…]` with integers, slices, `None`, `...` and lists of integers; or with one condition on `a`. */
function subscript(array: Reading, text: string): Reading {
  const condition = /^\s*a\s*(?:%\s*([1-9]\d?)\s*)?([<>]=?|[=!]=)\s*(\d{1,2})\s*$/.exec(text);
  if (condition !== null) {
    if (String(array.shape) !== '6,4') fail('IndexError：布尔数组的形状是 (6, 4)，与被索引的数组不同。');
    const [, divisor, name = '', limit] = condition;
    const hits = bytesOf(array).filter((_byte, k) => tests[name]?.(divisor === undefined ? k : k % Number(divisor), Number(limit)));
    return copy(array, hits, [hits.length]);
  }
  const entries = (text.match(/\[[^\]]*\]|[^,[\]]+/g) ?? []).map((entry) => entry.trim()).filter(Boolean);
  const missing = array.shape.length - entries.filter((entry) => entry !== 'None' && entry !== '...').length;
  if (entries.length === 0) fail('SyntaxError：方括号里没有下标。');
  if (missing < 0) fail(`IndexError：下标太多，数组只有 ${array.shape.length} 个轴。`);
  if (!entries.includes('...')) entries.push('...');
  if (entries.indexOf('...') !== entries.lastIndexOf('...')) fail('IndexError：省略号只能写一次。');
  const listed = entries.some((entry) => entry.startsWith('['));
  const [shape, strides, lists]: [number[], number[], number[][]] = [[], [], []];
  // Where the axis of the lists goes: in their place, or first when something stands between them.
  let [offset, axis, place, before] = [array.offset, 0, 0, -1];
  const keep = (size: number, stride: number): void => { shape.push(size); strides.push(stride); };
  entries.forEach((entry, position) => {
    if (entry === 'None') return keep(1, 0);
    if (entry === '...') {
      for (let left = missing; left > 0; left -= 1, axis += 1) keep(at(array.shape, axis), at(array.strides, axis));
      return;
    }
    const [size, stride] = [at(array.shape, axis), at(array.strides, axis)];
    if (entry.includes(':')) {
      const [first, step, count] = cut(entry, size);
      offset += count === 0 ? 0 : first * stride;
      keep(count, step * stride);
    } else if (listed) {
      lists.push(entry.replace(/^\[|\]$/g, '').split(',').filter((part) => part.trim() !== '').map((part) => inside(part.trim(), size, axis) * stride));
      place = before < 0 ? shape.length : before === position - 1 ? place : 0;
      // Once torn apart, they stay in front.
      before = before < 0 || before === position - 1 ? position : position - 100;
    } else {
      offset += inside(entry, size, axis) * stride;
    }
    axis += 1;
  });
  const view = { ...array, shape, strides, offset };
  if (!listed) return shape.length === 0 && !text.includes('...') ? copy(view, [offset], []) : view;
  const count = lists.find((list) => list.length !== 1)?.length ?? 1;
  if (lists.some((list) => list.length !== 1 && list.length !== count)) fail('IndexError：几个列表的长度不同，配不成对。');
  // NumPy lays the axis of the lists out first, and turns it into its place afterwards.
  const bytes = range(count).flatMap((k) => bytesOf({ ...view, offset: offset + sum(lists.map((list) => at(list, list.length === 1 ? 0 : k))) }));
  const fresh = copy(view, bytes, [count, ...shape]);
  const turned = (sizes: readonly number[]): number[] => [...sizes.slice(1, place + 1), at(sizes, 0), ...sizes.slice(place + 1)];
  // A new axis of length 1 comes innermost.
  return { ...fresh, shape: turned(fresh.shape), strides: turned(fresh.strides.map((stride, k) => (strides[k - 1] === 0 ? itemSize : stride))) };
}

/** Runs an expression. Throws a Mistake whose words the reader sees. */
export function evaluate(expression: string): Reading {
  const [, start, tail = ''] = /^\s*(a)(?!\w)(.*)$/.exec(expression) ?? [];
  if (start === undefined) fail('SyntaxError：从 a 开始写，例如 a[1:, ::2]。');
  let [array, rest]: [Reading, string] = [{ shape: [6, 4], strides: [32, 8], offset: 0 }, tail.trim()];
  while (rest !== '') {
    const [part = fail(`SyntaxError：读不懂 ${rest}；可以写 [ ]、.T、.copy()。`), index] = /^(?:\[((?:[^[\]]|\[[^[\]]*\])*)\]|\.T(?!\w)|\.copy\(\))\s*/.exec(rest) ?? [];
    array = index !== undefined ? subscript(array, index)
      : part.startsWith('.T') ? { ...array, shape: array.shape.toReversed(), strides: array.strides.toReversed() }
      : copy(array, bytesOf(array), array.shape);
    rest = rest.slice(part.length);
  }
  if (array.shape.length > 4 || bytesOf(array).length > 24) fail('图里最多放 4 个轴、24 个元素。');
  return array;
}
