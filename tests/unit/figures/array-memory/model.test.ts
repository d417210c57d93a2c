import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/array-memory/element.ts';
import { arrayBytes, arrayHeader, arrayWords, counts, dtypes, initialState, listBytes, listWords } from '../../../../src/figures/array-memory/model.ts';
import { drawArrayMemory, tell } from '../../../../src/figures/array-memory/view.ts';

describe('the bytes that the chapter measures with sys.getsizeof', () => {
  test('four floats', () => {
    expect(listBytes(4)).toEqual({ header: 56, pointers: 32, values: 96, total: 184 });
    expect(arrayBytes(initialState)).toEqual({ header: 112, pointers: 0, values: 32, total: 144 });
  });
  test('a list is smaller up to two numbers, the array from three on', () => {
    const smaller = counts.map((count) => listBytes(count).total < arrayBytes({ count, dtype: 'float64' }).total);
    expect(smaller).toEqual([true, true, false, false, false]);
    expect([1, 2, 3].map((count) => 56 + 32 * count < 112 + 8 * count)).toEqual([true, true, false]);
  });
  test('each axis costs 16 bytes of header', () => expect([0, 1, 2, 3].map(arrayHeader)).toEqual([96, 112, 128, 144]));
});

test('an unsigned integer type cuts the half mark off', () => {
  expect([listWords(0), listWords(1)]).toEqual(['92.5', '78.0']);
  expect(dtypes.map((dtype) => arrayWords(0, dtype))).toEqual(['92.5', '92.5', '92.5', '92']);
});

describe('the reader', () => {
  test('hears the sum and the two ways of reading', () => expect(tell(initialState)).toBe(
    '4 个数：列表占 56 + 32 + 96 = 184 字节，float64 数组占 112 + 32 = 144 字节。读下标 2：列表先取指针，再到对象里取 85.0；数组从第 16 字节起读 8 字节，得 85.0。'));
  test('reads the last number when fewer are left', () => {
    const state = figure.update({ ...initialState, look: 3 }, { name: 'count', at: [], value: '1' });
    expect(tell(state)).toContain('读下标 0');
  });
  test('changes the type, and nothing by an unknown name', () => {
    expect(figure.update(initialState, { name: 'dtype', at: [], value: 'uint8' }).dtype).toBe('uint8');
    expect(figure.update(initialState, { name: 'dtype', at: [], value: 'int3' })).toEqual(initialState);
    expect(figure.update(initialState, { name: 'look', at: [1], value: '' }).look).toBe(1);
  });
  test('sees every state drawn', () => {
    for (const count of counts) for (const dtype of dtypes) expect(drawArrayMemory({ count, dtype, look: 7 })).not.toContain('NaN');
  });
});
