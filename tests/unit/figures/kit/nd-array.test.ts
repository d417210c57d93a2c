import { describe, expect, test } from 'vitest';
import { byteOf, bytesOf, contiguous, indexAt, reshape, sliceIndices, transpose, tupleText } from '../../../../src/figures/kit/nd-array.ts';
import { memoryStrip, ndGrid } from '../../../../src/figures/kit/nd-array-view.ts';

const a = contiguous([3, 4], 8);

test('a fresh array of int64 has the strides that NumPy prints', () => {
  expect(a.strides).toEqual([32, 8]);
  expect(contiguous([3, 4], 8, 'F').strides).toEqual([8, 24]);
  expect(contiguous([2, 3, 4], 4).strides).toEqual([48, 16, 4]);
  expect(contiguous([], 8).strides).toEqual([]);
});

test('an element of a (2, 3, 4) array starts at Σ index × stride', () => {
  expect(byteOf(contiguous([2, 3, 4], 8), [1, 2, 3])).toBe(184);
  expect(indexAt([2, 3, 4], 23)).toEqual([1, 2, 3]);
});

test('transposing swaps strides and moves nothing', () => {
  expect(transpose(a)).toMatchObject({ shape: [4, 3], strides: [8, 32], offset: 0 });
  expect(bytesOf(transpose(a)).slice(0, 4)).toEqual([0, 32, 64, 8]);
});

describe('slices are those of Python', () => {
  test.each([
    [5, [undefined, undefined, -1], [4, 3, 2, 1, 0]],
    [5, [1, 4, 2], [1, 3]],
    [5, [-2, undefined, 1], [3, 4]],
    [5, [10, undefined, -2], [4, 2, 0]],
    [5, [3, 1, 1], []],
    [4, [undefined, undefined, -2], [3, 1]],
  ] as const)('range(%i)[%j]', (size, [start, stop, step], expected) => {
    const cut = sliceIndices(size, start, stop, step);
    expect(Array.from({ length: cut.count }, (_item, k) => cut.start + k * cut.step)).toEqual(expected);
  });
});

describe('reshape without a copy', () => {
  test.each([
    [a, [2, 6], [48, 8]],
    [a, [2, 2, 3], [48, 24, 8]],
    [a, [12, 1], [8, 8]],
    [transpose(a), [4, 3, 1], [8, 32, 32]],
    [transpose(a), [2, 2, 3], [16, 8, 32]],
    [transpose(a), [12], undefined],
    [transpose(a), [2, 6], undefined],
    [transpose(a), [1, 4, 3], [32, 8, 32]],
    [{ ...a, shape: [3, 2], strides: [32, 16] }, [6], [16]],
    [{ ...a, shape: [3, 2] }, [6], undefined],
    [{ ...a, shape: [12], strides: [-8], offset: 88 }, [3, 4], [-32, -8]],
  ] as const)('of %j to %j has strides %j', (array, shape, strides) => {
    expect(reshape(array, shape)?.strides).toEqual(strides);
  });
});

test('tuples are written as Python writes them', () => {
  expect([[], [4], [3, 4]].map(tupleText)).toEqual(['()', '(4,)', '(3, 4)']);
});

test('a strip names the byte of every element; a grid of three axes leaves a gap between layers', () => {
  const cell = { words: '7', tone: 'fig-query', share: 0.4, ring: false };
  expect(memoryStrip([cell, cell], { x: 0, y: 0, width: 408, itemSize: 8 })).toContain('>8</text>');
  const grid = ndGrid([2, 1, 1], [cell, { ...cell, ring: true }], { x: 0, y: 0, width: 100, height: 100, act: 'look', name: '结果' });
  expect(grid).toContain('y="40"');
  expect(grid).toContain('data-act="look:1"');
  expect(grid.match(/fig-ring/g)).toHaveLength(1);
});
