/** How UTF-8 (RFC 3629) writes code points: a fixed pattern per length, filled with the bits of the number. */

export interface DeskState {
  readonly text: string;
}

export interface Byte {
  readonly value: number;
  /** Bits that the pattern fixes, and bits of the code point; together eight. */
  readonly fixed: string;
  readonly payload: string;
}

export interface Written {
  readonly point: number;
  readonly glyph: string;
  readonly bytes: readonly Byte[];
}

export const longest = 6;
export const initialState: DeskState = { text: '床' };

export const examples: readonly (readonly [string, string])[] = [
  ['床', '床'], ['A月', '字母与汉字'], ['é', '带重音的字母'], ['😀', '表情'], ['👨\u200d👩\u200d👧', '一家三口'],
];

const bits = (value: number, width: number): string => value.toString(2).padStart(width, '0');

/** Number of bytes of a code point. */
export const lengthOf = (point: number): 1 | 2 | 3 | 4 => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

const heads = { 1: '0', 2: '110', 3: '1110', 4: '11110' } as const;

export function bytesOf(point: number): Byte[] {
  const count = lengthOf(point);
  const byte = (fixed: string, value: number): Byte => {
    const payload = bits(value, 8 - fixed.length);
    return { fixed, payload, value: Number.parseInt(fixed + payload, 2) };
  };
  const tail = Array.from({ length: count - 1 }, (_item, i) => byte('10', Math.floor(point / 64 ** (count - 2 - i)) % 64));
  return [byte(heads[count], Math.floor(point / 64 ** (count - 1))), ...tail];
}

/** The code points of a text; a string of JavaScript is walked by code points, not by its 16-bit units. */
export function written(text: string): Written[] {
  return [...text].map((glyph) => {
    const point = glyph.codePointAt(0) ?? 0;
    return { point, glyph, bytes: bytesOf(point) };
  });
}

export const isText = (text: string): boolean => {
  const { length } = [...text];
  return length >= 1 && length <= longest && !/\p{Surrogate}/u.test(text);
};

export const hex = (value: number, width: number): string => value.toString(16).toUpperCase().padStart(width, '0');
