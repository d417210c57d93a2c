import { describe, expect, test } from 'vitest';
import { bitEditor } from '../../../../src/figures/kit/bit-editor.ts';
import { bitsOf, decode, encode, fieldsOf, flipped, formats, hexOf, kindOf, widthOf, type FormatName } from '../../../../src/figures/kit/bits.ts';

describe('numbers whose bits can be checked by hand', () => {
  test.each<[FormatName, number, string]>([
    ['fp32', 0.1, '0x3DCCCCCD'],
    ['fp32', 1, '0x3F800000'],
    ['fp32', -2.5, '0xC0200000'],
    ['fp32', -0, '0x80000000'],
    ['fp32', 16777217, '0x4B800000'],
    ['fp32', Infinity, '0x7F800000'],
    ['fp32', NaN, '0x7FC00000'],
    ['fp16', 65504, '0x7BFF'],
    ['fp16', 65519, '0x7BFF'],
    ['fp16', 65520, '0x7C00'],
    ['fp16', 0.1, '0x2E66'],
    ['fp16', 2049, '0x6800'],
    ['fp16', 2051, '0x6802'],
    ['fp16', 2 ** -24, '0x0001'],
    ['fp16', 2 ** -25, '0x0000'],
    ['fp16', 1e-8, '0x0000'],
    ['bf16', 0.1, '0x3DCD'],
    ['bf16', 257, '0x4380'],
    ['e4m3', 448, '0x7E'],
    ['e4m3', 500, '0x7F'],
    ['e4m3', 1, '0x38'],
    ['e4m3', 0.1, '0x1D'],
    ['int8', -8, '0xF8'],
    ['int8', 128, '0x80'],
    ['int16', -1, '0xFFFF'],
  ])('%s of %d', (name, value, hex) => expect(hexOf(formats[name], encode(formats[name], value))).toBe(hex));
});

test('fp32 agrees with the rounding of the machine', () => {
  const view = new DataView(new ArrayBuffer(4));
  for (const value of [Math.PI, 1 / 3, 1e-40, 1.5e-45, 3.4e38, 3.5e38, 0.3, 123456789, -7e-46]) {
    view.setFloat32(0, value);
    expect(encode(formats.fp32, value)).toBe(view.getUint32(0));
    expect(decode(formats.fp32, view.getUint32(0))).toBe(Math.fround(value));
  }
});

test.each(['fp16', 'bf16', 'e4m3', 'int8', 'int16'] as const)('every code of %s comes back from its value', (name) => {
  const format = formats[name];
  const wrong = Array.from({ length: 2 ** widthOf(format) }, (_item, code) => code)
    .filter((code) => kindOf(format, code) !== 'nan' && encode(format, decode(format, code)) !== code);
  expect(wrong).toEqual([]);
});

test('fields, bits and flips', () => {
  expect(fieldsOf(formats.fp32, 0xc0200000)).toEqual({ sign: 1, exponent: 128, fraction: 2 ** 21 });
  expect(bitsOf(formats.int8, 0xf8)).toBe('11111000');
  expect(flipped(formats.fp32, 0, 0)).toBe(2 ** 31);
  expect(flipped(formats.fp32, 2 ** 31, 0)).toBe(0);
  expect(flipped(formats.int8, 0, 7)).toBe(1);
});

test('names what is not a common number', () => {
  const kinds = (['0x0000', '0x8000', '0x0001', '0x0400', '0x7C00', '0x7C01'] as const).map((hex) => kindOf(formats.fp16, Number(hex)));
  expect(kinds).toEqual(['zero', 'zero', 'subnormal', 'normal', 'infinite', 'nan']);
  expect(kindOf(formats.e4m3, 0x78)).toBe('normal');
});

test('the editor says which field and place a bit has', () => {
  const svg = bitEditor(formats.fp16, 0x7bff, { x: 0, y: 0, act: 'bit', name: '位' });
  expect(svg.match(/data-act/g)).toHaveLength(16);
  expect(svg).toContain('data-act="bit:0" data-label="符号，位 15：0"');
  expect(svg).toContain('data-act="bit:5" data-label="指数，位 10：0"');
  expect(svg).toContain('data-act="bit:6" data-label="尾数，位 9：1"');
});
