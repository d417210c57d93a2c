import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/broadcasting/element.ts';
import { align, broadcast, bytes, choices, initialState, offset, readStrides, repairs, shapeText, strides } from '../../../../src/figures/broadcasting/model.ts';
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
  expect(tell(initialState)).toBe('结果 (3, 4)，96 字节。A 只存 24 字节，步幅 (8, 0)；B 只存 32 字节，步幅 (0, 8)。[1, 2] = A 第 8 字节的 10 + B 第 16 字节的 2 = 12。');
  expect(tell({ ...initialState, a: [3], b: [4] })).toContain('ValueError');
  // A third axis, (3, 3, 1) with (4,), would fit: the figure speaks only of the two ways it knows.
  expect(tell({ ...initialState, a: [3, 3], b: [4] })).toContain('给一维的补末轴、把二维的转置，都救不了');
});

test('the picked cell moves into a result that is smaller', () => {
  expect(figure.update({ ...initialState, row: 2, column: 3 }, { name: 'a', at: [], value: '0' })).toMatchObject({ a: [], row: 0, column: 3 });
});

test('the table of the chapter comes out, with 24 and 32 bytes stored and 96 for the result', () => {
  const result = broadcast(initialState.a, initialState.b) ?? [];
  expect([bytes(initialState.a), bytes(initialState.b), bytes(result)]).toEqual([24, 32, 96]);
  expect(align([3, 1], [4])).toEqual([{ left: 3, right: 0, size: 3 }, { left: 1, right: 4, size: 4 }]);
  expect(align([3], [4])).toEqual([{ left: 3, right: 4, size: -1 }]);
});

describe('the smallest repair', () => {
  test.each([
    [[3], [4], [['A[:, None]', [3, 4]], ['B[:, None]', [4, 3]]]],
    [[4, 3], [4], [['B[:, None]', [4, 3]]]],
    [[3, 4], [4, 3], [['A.T', [4, 3]], ['B.T', [3, 4]]]],
    [[3, 3], [4], []],
  ])('of %j with %j', (a, b, ways) => expect(repairs(a, b).map(({ code, result }) => [code, result])).toEqual(ways));

  test('is offered as a button, and pressing it makes a result', () => {
    const broken = { a: [4, 3], b: [4], row: 0, column: 0 };
    expect(figure.controls?.(broken)).toContain('改成 B[:, None]');
    expect(figure.controls?.(initialState)).not.toContain('改成');
    const mended = figure.update(broken, { name: 'repair', at: [0], value: '' });
    expect(mended).toMatchObject({ a: [4, 3], b: [4, 1] });
    expect(figure.parse(mended)).toEqual(mended);
  });

  test('is always a shape that can be chosen', () => {
    const all = choices.flatMap((a) => choices.map((b) => [a, b] as const)).filter(([a, b]) => broadcast(a, b) === undefined);
    const known = choices.map(String);
    expect(all.flatMap(([a, b]) => repairs(a, b)).every(({ a, b }) => known.includes(String(a)) && known.includes(String(b)))).toBe(true);
  });
});
