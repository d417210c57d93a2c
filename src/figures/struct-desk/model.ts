/**
 * How Python's `struct` lays values out in bytes: format letters, byte order, alignment.
 * `<` and `>` use the standard sizes without padding; `@` is taken as a 64-bit little-endian machine,
 * where a field starts at a multiple of its own size (nothing is padded after the last field).
 */

export type Order = '<' | '>' | '@';

export interface DeskState {
  readonly order: Order;
  /** Format letters without the prefix, e.g. `4I`. */
  readonly format: string;
  /** Values between spaces, e.g. `2051 60000 28 28`. */
  readonly values: string;
}

export interface Field {
  readonly code: string;
  readonly offset: number;
  readonly size: number;
  readonly word: string;
}

/** `owner[i]` is the field that byte i belongs to, −1 for a byte of padding. */
export interface Packed {
  readonly fields: readonly Field[];
  readonly bytes: readonly number[];
  readonly owner: readonly number[];
}

/** What is wrong with the format or a value, in words. */
export type Refusal = string;

export const longest = 32;
export const initialState: DeskState = { order: '>', format: '4I', values: '2051 60000 28 28' };

/** [name, state]; the chapter speaks of the first three. */
export const examples: readonly (readonly [string, DeskState])[] = [
  ['MNIST 文件头', initialState],
  ['先 B 后 I', { order: '@', format: 'BI', values: '7 1' }],
  ['先 I 后 B', { order: '@', format: 'IB', values: '1 7' }],
  ['两字计数的文件头', { order: '<', format: '4sBxHqI', values: 'TANG 1 850 1772931600 1865' }],
  ['负数与小数', { order: '<', format: 'hfd', values: '-2 0.1 0.1' }],
];

const sizes: Readonly<Record<string, number>> = { x: 1, b: 1, B: 1, '?': 1, s: 1, h: 2, H: 2, i: 4, I: 4, f: 4, q: 8, Q: 8, d: 8 };
const little = (order: Order): boolean => order !== '>';

export const isFormat = (text: string): boolean => /^[\dxbBhHiIqQfds? ]{0,20}$/.test(text);
export const isValues = (text: string): boolean => /^[\x20-\x7e]{0,60}$/.test(text);

interface Slot {
  readonly code: string;
  readonly offset: number;
  readonly size: number;
}

/** Where every value stands, and how many bytes there are. */
export function layout(format: string, order: Order): { readonly slots: readonly Slot[]; readonly total: number } | Refusal {
  const parts = format.replaceAll(' ', '');
  if (!/^(?:\d{0,2}[a-zA-Z?])+$/.test(parts)) return '格式要以字母结尾，数字写在字母前面。';
  const slots: Slot[] = [];
  let offset = 0;
  for (const [, digits = '', code = ''] of parts.matchAll(/(\d*)(\D)/g)) {
    const count = digits === '' ? 1 : Number(digits);
    const unit = sizes[code] ?? 1;
    if (order === '@') offset = Math.ceil(offset / unit) * unit;
    if (code === 's') slots.push({ code: `${digits}s`, offset, size: count });
    else if (code !== 'x') for (let i = 0; i < count; i += 1) slots.push({ code, offset: offset + i * unit, size: unit });
    offset += count * unit;
  }
  return offset > longest ? `共 ${offset} 个字节，这里至多画 ${longest} 个。` : { slots, total: offset };
}

function writeInteger(word: string, { code, size }: Slot): bigint | Refusal {
  if (!/^-?\d{1,20}$/.test(word)) return `${code} 要一个整数，不能是「${word.slice(0, 12)}」。`;
  const value = BigInt(word);
  const bits = BigInt(8 * size);
  if (code === '?') return value === 0n ? 0n : 1n; // Python takes any value for its truth.
  const signed = code === code.toLowerCase();
  const [low, high] = signed ? [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] : [0n, 2n ** bits - 1n];
  return value < low || value > high ? `${word} 放不进 ${code}（${low} 到 ${high}）。` : value;
}

function write(word: string, slot: Slot, order: Order): readonly number[] | Refusal {
  if (slot.code.endsWith('s')) return Array.from({ length: slot.size }, (_item, i) => word.codePointAt(i) ?? 0);
  const view = new DataView(new ArrayBuffer(8));
  if (slot.code === 'f' || slot.code === 'd') {
    const value = Number(word);
    if (!/^-?[\d.]+(?:e[+-]?\d+)?$/i.test(word) || !Number.isFinite(slot.code === 'f' ? Math.fround(value) : value)) {
      return `${slot.code} 装不下「${word.slice(0, 12)}」。`;
    }
    if (slot.code === 'f') view.setFloat32(0, value, true);
    else view.setFloat64(0, value, true);
  } else {
    const value = writeInteger(word, slot);
    if (typeof value === 'string') return value;
    view.setBigUint64(0, BigInt.asUintN(64, value), true);
  }
  const bytes = Array.from({ length: slot.size }, (_item, i) => view.getUint8(i));
  return little(order) ? bytes : bytes.reverse();
}

export function pack({ order, format, values }: DeskState): Packed | Refusal {
  const plan = layout(format, order);
  if (typeof plan === 'string') return plan;
  const words = values.split(' ').filter((word) => word !== '');
  if (words.length !== plan.slots.length) return `格式要 ${plan.slots.length} 个值，给了 ${words.length} 个。`;
  const bytes = Array.from({ length: plan.total }, () => 0);
  const owner = Array.from({ length: plan.total }, () => -1);
  const fields: Field[] = [];
  for (const [i, slot] of plan.slots.entries()) {
    const word = words[i] ?? '';
    const part = write(word, slot, order);
    if (typeof part === 'string') return part;
    bytes.splice(slot.offset, slot.size, ...part);
    owner.fill(i, slot.offset, slot.offset + slot.size);
    fields.push({ ...slot, word });
  }
  return { fields, bytes, owner };
}

function read(bytes: readonly number[], { code, offset, size }: Slot, order: Order): string {
  const part = bytes.slice(offset, offset + size);
  if (code.endsWith('s')) return part.map((byte) => (byte > 32 && byte < 127 ? String.fromCodePoint(byte) : '·')).join('');
  if (!little(order)) part.reverse();
  const view = new DataView(new ArrayBuffer(8));
  part.forEach((byte, i) => view.setUint8(i, byte));
  if (code === 'f') return String(Number(view.getFloat32(0, true).toPrecision(9)));
  if (code === 'd') return String(view.getFloat64(0, true));
  const value = view.getBigUint64(0, true);
  return String(code !== '?' && code === code.toLowerCase() ? BigInt.asIntN(8 * size, value) : value);
}

/** The order that a careless reader would take instead. */
export const otherOrder = (order: Order): Order => (order === '<' ? '>' : '<');

/** The same bytes unpacked with `order`: the values, or the refusal of a wrong length. */
export function unpack(bytes: readonly number[], format: string, order: Order): readonly string[] | Refusal {
  const plan = layout(format, order);
  if (typeof plan === 'string') return plan;
  return plan.total === bytes.length ? plan.slots.map((slot) => read(bytes, slot, order)) : `要 ${plan.total} 个字节，有 ${bytes.length} 个，报错`;
}
