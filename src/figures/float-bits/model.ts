/** One number in one format: its bits, its value, its neighbours, and what was lost when it was written. */

import { decode, encode, formats, kindOf, largestCode, widthOf, type BitFormat, type FormatName } from '../kit/bits.ts';
import { range } from '../kit/numbers.ts';

export interface FloatBitsState {
  readonly format: FormatName;
  /** The bits as a whole number, 0..2^width − 1. */
  readonly code: number;
  /** The decimal number that was typed; empty once the reader turned a bit over. */
  readonly typed: string;
}

export const initialState: FloatBitsState = { format: 'fp32', code: 0x3dcccccd, typed: '0.1' };

export const formatOf = ({ format }: Pick<FloatBitsState, 'format'>): BitFormat => formats[format];
export const isFloat = (format: BitFormat): boolean => format.exponent > 0;
export const valueOf = (state: FloatBitsState): number => decode(formatOf(state), state.code);

/** A number as typed, also `inf`, `-0` and `nan`; `undefined` for other words. */
export function readNumber(words: string): number | undefined {
  const plain = words.trim().toLowerCase().replaceAll('−', '-');
  const named = /^([+-]?)(?:inf|infinity|∞)$/.exec(plain);
  if (named !== null) return named[1] === '-' ? -Infinity : Infinity;
  if (plain === 'nan') return NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}

export function writeNumber(state: FloatBitsState, words: string): FloatBitsState {
  const value = readNumber(words);
  return value === undefined ? state : { ...state, code: encode(formatOf(state), value), typed: words.trim() };
}

/** The same number in another format: what was typed, else what the bits say. */
export function convert(state: FloatBitsState, format: FormatName): FloatBitsState {
  const value = readNumber(state.typed) ?? valueOf(state);
  return { ...state, format, code: encode(formats[format], value) };
}

/** The next code, counted round the circle of all codes. */
export function stepped(state: FloatBitsState, by: number): FloatBitsState {
  const modulus = 2 ** widthOf(formatOf(state));
  return { ...state, code: (state.code + by + modulus) % modulus, typed: '' };
}

/** Codes worth a look, by name. */
export function landmarks(format: BitFormat): readonly (readonly [string, number])[] {
  const sign = 2 ** (widthOf(format) - 1);
  const largest = largestCode(format);
  if (!isFloat(format)) return [['最大', largest], ['最小', sign], ['−1', 2 * sign - 1], ['0', 0]];
  return [
    ['−0', sign], ['最大', largest], ['最小正规', 2 ** format.fraction], ['最小次正规', 1],
    ...(format.infinite ? [['∞', largest + 1] as const] : []), ['NaN', encode(format, NaN)],
  ];
}

/** The finite neighbours on the line of numbers: up to `count` codes on each side, from small to large. */
export function neighbours(state: FloatBitsState, count: number): number[] {
  const format = formatOf(state);
  const [modulus, sign] = [2 ** widthOf(format), 2 ** (widthOf(format) - 1)];
  // Codes in the order of their values: the negative ones count backwards, and −0 falls on 0.
  const toLine = (code: number): number => (isFloat(format) ? (code < sign ? code : sign - code) : code < sign ? code : code - modulus);
  const toCode = (place: number): number => (place >= 0 ? place : isFloat(format) ? sign - place : modulus + place);
  const lowest = isFloat(format) ? -largestCode(format) : -sign;
  const middle = toLine(state.code);
  return range(2 * count + 1).map((k) => middle + k - count)
    .filter((place) => place >= lowest && place <= largestCode(format)).map((place) => decode(format, toCode(place)));
}

/** Spacing to the next larger number in size; `undefined` where there is none. */
export function spacing(state: FloatBitsState): number | undefined {
  const format = formatOf(state);
  if (!isFloat(format)) return 1;
  const kind = kindOf(format, state.code);
  if (kind === 'infinite' || kind === 'nan') return undefined;
  const size = state.code % 2 ** (widthOf(format) - 1);
  const exponent = Math.max(1, Math.floor(size / 2 ** format.fraction));
  return 2 ** (exponent - (2 ** (format.exponent - 1) - 1) - format.fraction);
}
