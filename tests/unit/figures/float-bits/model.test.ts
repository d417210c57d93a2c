import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/float-bits/element.ts';
import { convert, initialState, landmarks, neighbours, readNumber, spacing, stepped, valueOf, writeNumber, type FloatBitsState } from '../../../../src/figures/float-bits/model.ts';
import { formula, tell } from '../../../../src/figures/float-bits/view.ts';
import { decode, formats } from '../../../../src/figures/kit/bits.ts';

const fp16 = (code: number): FloatBitsState => ({ format: 'fp16', code, typed: '' });
const int8 = (code: number): FloatBitsState => ({ format: 'int8', code, typed: '' });

test('0.1 is kept as the nearest number of each format', () => {
  expect(tell(initialState)).toBe('fp32 0x3DCCCCCD：+(1 + 5033165/8388608) × 2^(123 − 127) = 0.10000000149011612，相邻两数相距 7.450580596923828e−9；写的是 0.1，误差 1.49e−9。');
  expect(valueOf(convert(initialState, 'fp16'))).toBe(0.0999755859375);
  expect(valueOf(convert(initialState, 'bf16'))).toBe(0.10009765625);
  expect(valueOf(convert(initialState, 'e4m3'))).toBe(0.1015625);
  expect(convert(convert(initialState, 'e4m3'), 'fp32').code).toBe(initialState.code);
});

test('the landmarks of fp16', () => {
  expect(landmarks(formats.fp16).map(([name, code]) => [name, decode(formats.fp16, code)])).toEqual([
    ['−0', -0], ['最大', 65504], ['最小正规', 2 ** -14], ['最小次正规', 2 ** -24], ['∞', Infinity], ['NaN', NaN],
  ]);
  expect(landmarks(formats.e4m3).map(([name]) => name)).not.toContain('∞');
  expect(landmarks(formats.int8).map(([, code]) => decode(formats.int8, code))).toEqual([127, -128, -1, 0]);
});

test('spacing doubles with the exponent, and is the same among the smallest', () => {
  expect([1, 2048, 65504].map((value) => spacing(writeNumber(fp16(0), String(value))))).toEqual([2 ** -10, 2, 32]);
  expect([0, 1, 0x400].map((code) => spacing(fp16(code)))).toEqual([2 ** -24, 2 ** -24, 2 ** -24]);
  expect(spacing(fp16(0x7c00))).toBeUndefined();
});

test('neighbours go through zero, and end at the largest number', () => {
  expect(neighbours(fp16(0), 2).map((value) => value * 2 ** 24)).toEqual([-2, -1, 0, 1, 2]);
  expect(neighbours(fp16(0x8000), 1).map((value) => value * 2 ** 24)).toEqual([-1, 0, 1]);
  expect(neighbours(fp16(0x7bff), 2)).toEqual([65440, 65472, 65504]);
  expect(neighbours(int8(0x80), 1)).toEqual([-128, -127]);
  expect(neighbours(writeNumber(fp16(0), '2048'), 2)).toEqual([2046, 2047, 2048, 2050, 2052]);
});

test('an integer wraps around: 127 + 1 = −128', () => {
  expect(valueOf(stepped(int8(127), 1))).toBe(-128);
  expect(formula(int8(0xf8))).toBe('−1×128 + 120');
  expect(tell(writeNumber(int8(0), '300'))).toContain('= 44，相邻两数相距 1；写的是 300，放不下的部分丢掉了');
});

test('what is not a common number is named', () => {
  expect(formula(fp16(0x8000))).toBe('指数全 0，尾数全 0：−0');
  expect(formula(fp16(1))).toBe('指数全 0，次正规：+(0 + 1/1024) × 2^−14');
  expect(formula(fp16(0x7c01))).toBe('指数全 1，尾数不全 0：不是数');
  expect(tell(writeNumber(fp16(0), '1e5'))).toContain('：+∞ = ∞；写的是 1e5。');
});

test('reads numbers, and leaves other words alone', () => {
  expect(['1e-3', '−.5', '-inf', 'nan', '0x10', 'x', ''].map(readNumber)).toEqual([0.001, -0.5, -Infinity, NaN, undefined, undefined, undefined]);
  expect(Object.is(readNumber('-0'), -0)).toBe(true);
  expect(figure.update(initialState, { name: 'typed', at: [], value: 'abc' })).toBe(initialState);
});

test('a code that is too long for its format is refused', () => {
  expect(figure.parse({ format: 'fp16', code: 65536, typed: '' })).toBeUndefined();
  expect(figure.update(initialState, { name: 'bit', at: [0], value: '' })).toEqual({ format: 'fp32', code: 0xbdcccccd, typed: '' });
});

test('the ends of the line are told apart', () => {
  expect(figure.view(initialState)).toMatch(/>0\.0999999\d*<.*>0\.100000\d+</);
  expect(figure.view(int8(0xf8))).toMatch(/>−12<.*>−4</);
});
