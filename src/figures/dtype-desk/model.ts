/** What NumPy 2 makes of `x op y`: the promoted type (NEP 50), then the result after wrapping or rounding. */

import { decode, encode, formats } from '../kit/bits.ts';

/** Integer types: their width, and whether half of the codes mean negative numbers. */
const integers = {
  uint8: { bits: 8, signed: false }, int8: { bits: 8, signed: true },
  int16: { bits: 16, signed: true }, int64: { bits: 64, signed: true },
} as const;
const floats = ['float16', 'float32', 'float64'] as const;

export type Float = (typeof floats)[number];
export type Integer = keyof typeof integers;
export type Dtype = Integer | Float;
export const dtypes = ['uint8', 'int8', 'int16', 'int64', 'float16', 'float32', 'float64'] as const satisfies readonly Dtype[];
/** A plain number of Python has a kind, but no width. */
export const rights = [...dtypes, 'int', 'float'] as const;
export type Right = (typeof rights)[number];
export const operations = ['+', '−', '×'] as const;

export interface DtypeDeskState {
  readonly left: Dtype;
  readonly right: Right;
  readonly x: number;
  readonly y: number;
  readonly op: (typeof operations)[number];
  /** How much brighter the image is made. */
  readonly bright: number;
}

export const limit = 70000;
export const initialState: DtypeDeskState = { left: 'uint8', right: 'int', x: 206, y: 50, op: '+', bright: 50 };

export const isInteger = (type: Right): type is Integer => type in integers;
export const bitsOf = (type: Integer): number => integers[type].bits;

/** Smallest and largest number of a type; of 64 bits, the nearest that JavaScript has. */
export function span(type: Dtype): readonly [number, number] {
  if (isInteger(type)) {
    const { bits, signed } = integers[type];
    return signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  }
  const largest = type === 'float16' ? 65504 : type === 'float32' ? (2 - 2 ** -23) * 2 ** 127 : Number.MAX_VALUE;
  return [-largest, largest];
}

/** Rounded to the nearest number of a floating-point type; beyond the largest it is ∞. */
export const rounded = (type: Float, value: number): number =>
  type === 'float64' ? value : type === 'float32' ? Math.fround(value) : decode(formats.fp16, encode(formats.fp16, value));

/** Modulo 2^bits, into the type's span. */
export function wrapped(type: Integer, value: number): number {
  const [low] = span(type);
  const modulus = 2 ** bitsOf(type);
  return bitsOf(type) > 52 ? value : ((((value - low) % modulus) + modulus) % modulus) + low;
}

/** The operand that a type can hold: whole numbers within the span for integers. */
export function operand(type: Right, value: number): number {
  if (type === 'float') return value;
  if (type === 'int') return Math.trunc(value);
  const [low, high] = span(type);
  const inside = Math.min(high, Math.max(low, value));
  return isInteger(type) ? Math.trunc(inside) : rounded(type, inside);
}

/** The smallest floating-point type that takes every integer of this one (for 64 bits, by agreement, float64). */
const floatFor = (type: Integer): Float => (bitsOf(type) === 8 ? 'float16' : bitsOf(type) === 16 ? 'float32' : 'float64');
const wider = (one: Float, other: Float): Float => (floats.indexOf(one) > floats.indexOf(other) ? one : other);

export function promoted(left: Dtype, right: Right): Dtype {
  if (right === 'int') return left;
  if (right === 'float') return isInteger(left) ? 'float64' : left;
  if (isInteger(left) && isInteger(right)) {
    if (left === right) return left;
    if (bitsOf(left) === bitsOf(right)) return 'int16';
    return bitsOf(left) > bitsOf(right) ? left : right;
  }
  return wider(isInteger(left) ? floatFor(left) : left, isInteger(right) ? floatFor(right) : right);
}

export interface Outcome {
  readonly type: Dtype;
  readonly x: number;
  readonly y: number;
  /** The result in whole numbers without limits, or in float64. */
  readonly exact: number;
  /** `undefined`: NumPy refuses the plain Python integer. */
  readonly result: number | undefined;
}

export function outcome({ left, right, x: first, y: second, op }: DtypeDeskState): Outcome {
  const type = promoted(left, right);
  const [x, y] = [operand(left, first), operand(right, second)];
  const work = (a: number, b: number): number => (op === '+' ? a + b : op === '−' ? a - b : a * b);
  const exact = work(x, y);
  if (!isInteger(type)) return { type, x, y, exact, result: rounded(type, work(rounded(type, x), rounded(type, y))) };
  const [low, high] = span(type);
  return { type, x, y, exact, result: y < low || y > high ? undefined : wrapped(type, exact) };
}

/** Eight pixels of the chapter's image. */
export const pixels = [0, 60, 120, 180, 200, 205, 206, 255] as const;

/** The three pipelines: uint8 that wraps, cut off to 0..255 in a wider type, and float32 kept as it is. */
export const brightened = (bright: number): readonly [string, readonly number[]][] => [
  ['环绕', pixels.map((value) => wrapped('uint8', value + bright))],
  ['截断', pixels.map((value) => Math.min(255, Math.max(0, value + bright)))],
  ['浮点', pixels.map((value) => value + bright)],
];
