import { expect, test } from 'vitest';
import { bytesOf, examples, hex, isText, written } from '../../../../src/figures/utf8-desk/model.ts';
import { drawUtf8Desk, tell } from '../../../../src/figures/utf8-desk/view.ts';

const code = (text: string): string => written(text).flatMap(({ bytes }) => bytes.map(({ value }) => hex(value, 2))).join(' ');

test('床 and 月 are written as the chapter computes by hand', () => {
  expect(code('床')).toBe('E5 BA 8A');
  expect(code('月')).toBe('E6 9C 88');
  expect(bytesOf(0x5e8a).map(({ fixed, payload }) => `${fixed}|${payload}`)).toEqual(['1110|0101', '10|111010', '10|001010']);
});

test('every length agrees with the encoder of the platform, at both ends', () => {
  for (const point of [0, 0x41, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff]) {
    expect(bytesOf(point).map(({ value }) => value)).toEqual([...new TextEncoder().encode(String.fromCodePoint(point))]);
  }
});

test('a family of three is 5 code points and 18 bytes', () => {
  expect(tell({ text: '👨\u200d👩\u200d👧' })).toContain('5 个码点，18 个字节');
});

test('half a surrogate pair, nothing, and too much are refused', () => {
  expect(['\ud800', '', '一二三四五六七'].map(isText)).toEqual([false, false, false]);
});

test('every example can be drawn', () => {
  for (const [text] of examples) expect(drawUtf8Desk({ text })).toContain('</svg>');
});
