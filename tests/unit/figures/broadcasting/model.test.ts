import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/broadcasting/element.ts';
import { broadcast, initialState, offset, readStrides, shapeText, strides } from '../../../../src/figures/broadcasting/model.ts';
import { tell } from '../../../../src/figures/broadcasting/view.ts';

describe('the rule', () => {
  test.each([
    [[3, 1], [4], [3, 4]],
    [[], [4], [4]],
    [[3, 4], [3, 1], [3, 4]],
    [[1], [3, 1], [3, 1]],
    [[3], [4], undefined],
    [[3, 4], [3], undefined],
    [[4, 3], [3], [4, 3]],
  ])('%j with %j gives %j', (a, b, result) => expect(broadcast(a, b)).toEqual(result));
});

test('strides count bytes in C order, and are 0 along what is repeated', () => {
  expect(strides([3, 4])).toEqual([32, 8]);
  expect(readStrides([3, 1], [3, 4])).toEqual([8, 0]);
  expect(readStrides([4], [3, 4])).toEqual([0, 8]);
  expect(readStrides([], [3, 4])).toEqual([0, 0]);
  expect(offset([3, 1], [3, 4], [2, 3])).toBe(16);
});

test('shapes are written as Python writes them', () => {
  expect([shapeText([]), shapeText([4]), shapeText([3, 4])]).toEqual(['()', '(4,)', '(3, 4)']);
});

test('the picked cell tells where both numbers come from', () => {
  expect(tell(initialState)).toBe('结果 (3, 4)。A 的步幅 (8, 0)，B 的步幅 (0, 8)；[1, 2] = A 第 8 字节的 10 + B 第 16 字节的 2 = 12。');
  expect(tell({ ...initialState, a: [3], b: [4] })).toContain('ValueError');
});

test('the picked cell moves into a result that is smaller', () => {
  expect(figure.update({ ...initialState, row: 2, column: 3 }, { name: 'a', at: [], value: '0' })).toMatchObject({ a: [], row: 0, column: 3 });
});
