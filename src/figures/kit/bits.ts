/** Numbers as bits: IEEE 754 and its short relatives, and integers in two's complement. */

export interface BitFormat {
  readonly name: string;
  /** Bits after the sign: exponent and fraction. An integer has no exponent; its sign bit weighs −2^fraction. */
  readonly exponent: number;
  readonly fraction: number;
  /** Whether the largest exponent means ∞ and NaN (IEEE 754); in FP8 E4M3 only S.1111.111 is NaN, and ∞ is missing. */
  readonly infinite: boolean;
}

export const formats = {
  fp32: { name: 'fp32', exponent: 8, fraction: 23, infinite: true },
  fp16: { name: 'fp16', exponent: 5, fraction: 10, infinite: true },
  bf16: { name: 'bf16', exponent: 8, fraction: 7, infinite: true },
  e4m3: { name: 'fp8 E4M3', exponent: 4, fraction: 3, infinite: false },
  int8: { name: 'int8', exponent: 0, fraction: 7, infinite: false },
  int16: { name: 'int16', exponent: 0, fraction: 15, infinite: false },
} as const satisfies Readonly<Record<string, BitFormat>>;

export type FormatName = keyof typeof formats;

export const widthOf = ({ exponent, fraction }: BitFormat): number => 1 + exponent + fraction;
export const biasOf = ({ exponent }: BitFormat): number => 2 ** (exponent - 1) - 1;

export interface Fields { readonly sign: number; readonly exponent: number; readonly fraction: number }

/** The three fields of a code 0..2^width − 1; powers of two, because 32 bits do not fit into JavaScript's signed `&`. */
export function fieldsOf(format: BitFormat, code: number): Fields {
  const sign = Math.floor(code / 2 ** (widthOf(format) - 1));
  const rest = code - sign * 2 ** (widthOf(format) - 1);
  return { sign, exponent: Math.floor(rest / 2 ** format.fraction), fraction: rest % 2 ** format.fraction };
}

/** What a code of a floating-point format is; an integer is always `normal`. */
export type Kind = 'zero' | 'subnormal' | 'normal' | 'infinite' | 'nan';

export function kindOf(format: BitFormat, code: number): Kind {
  const { exponent, fraction } = fieldsOf(format, code);
  if (format.exponent === 0) return 'normal';
  if (exponent === 0) return fraction === 0 ? 'zero' : 'subnormal';
  if (exponent < 2 ** format.exponent - 1) return 'normal';
  if (format.infinite) return fraction === 0 ? 'infinite' : 'nan';
  return fraction === 2 ** format.fraction - 1 ? 'nan' : 'normal';
}

/** The value of a code, exactly: every format here fits into a JavaScript number. */
export function decode(format: BitFormat, code: number): number {
  const { sign, exponent, fraction } = fieldsOf(format, code);
  if (format.exponent === 0) return fraction - sign * 2 ** format.fraction;
  const side = sign === 1 ? -1 : 1;
  const kind = kindOf(format, code);
  if (kind === 'nan') return NaN;
  if (kind === 'infinite') return side * Infinity;
  const leading = exponent === 0 ? 0 : 2 ** format.fraction;
  return side * (leading + fraction) * 2 ** (Math.max(1, exponent) - biasOf(format) - format.fraction);
}

/** To the nearest whole number; a half goes to the even one. */
function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

/** The largest finite number's code, without sign. */
export function largestCode(format: BitFormat): number {
  if (format.exponent === 0) return 2 ** format.fraction - 1;
  const top = 2 ** (format.exponent + format.fraction);
  return format.infinite ? top - 2 ** format.fraction - 1 : top - 2;
}

/**
 * The code nearest to a value, ties to even. What is too large becomes ∞, in E4M3 NaN; an integer is cut towards 0 and
 * wraps around, ∞ and NaN become 0.
 */
export function encode(format: BitFormat, value: number): number {
  const modulus = 2 ** widthOf(format);
  if (format.exponent === 0) return Number.isFinite(value) ? ((Math.trunc(value) % modulus) + modulus) % modulus : 0;
  const above = largestCode(format) + 1;
  const sign = value < 0 || Object.is(value, -0) ? modulus / 2 : 0;
  if (Number.isNaN(value)) return format.infinite ? above + 2 ** (format.fraction - 1) : above;
  const size = Math.abs(value);
  if (size === Infinity) return sign + above;
  let exponent = 1 - biasOf(format);
  while (size >= 2 ** (exponent + 1)) exponent += 1;
  // A carry out of the fraction runs into the exponent by itself.
  const steps = roundEven(size / 2 ** (exponent - format.fraction));
  return sign + Math.min(above, (exponent + biasOf(format) - 1) * 2 ** format.fraction + steps);
}

/** A code as 0s and 1s, the sign first. */
export const bitsOf = (format: BitFormat, code: number): string => code.toString(2).padStart(widthOf(format), '0');

export const hexOf = (format: BitFormat, code: number): string => `0x${code.toString(16).toUpperCase().padStart(widthOf(format) / 4, '0')}`;

/** A code with one bit turned over; place 0 is the sign. */
export function flipped(format: BitFormat, code: number, place: number): number {
  const weight = 2 ** (widthOf(format) - 1 - place);
  return bitsOf(format, code).charAt(place) === '1' ? code - weight : code + weight;
}
