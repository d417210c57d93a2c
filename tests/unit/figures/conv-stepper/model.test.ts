import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/conv-stepper/element.ts';
import { initialState, outputs, outputSide, padded } from '../../../../src/figures/conv-stepper/model.ts';
import { tell } from '../../../../src/figures/conv-stepper/view.ts';

test('a vertical edge answers where the window holds the edge', () => {
  expect(outputs(initialState)).toEqual(Array.from({ length: 4 }, () => [0, 3, 3, 0]));
});

test.each([[1, 0, 4], [1, 1, 6], [2, 0, 2], [2, 1, 3], [3, 0, 2], [3, 1, 2]])('stride %i and padding %i give %i rows', (stride, padding, size) => {
  expect(outputSide({ stride, padding })).toBe(size);
  expect(outputs({ ...initialState, stride, padding })).toHaveLength(size);
});

test('padding is a border of zeros', () => {
  const grid = padded({ ...initialState, padding: 1 });
  expect(grid[0]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(grid[1]).toEqual([0, 1, 1, 1, 0, 0, 0, 0]);
});

test('the sum is told without the products that vanish by the kernel', () => {
  expect(tell(initialState)).toBe('输出 4×4，第 1 行第 2 列 = 1×1 + 0×(−1) + 1×1 + 0×(−1) + 1×1 + 0×(−1) = 3。');
});

test('a pixel of the padding cannot be switched', () => {
  expect(figure.update({ ...initialState, padding: 1 }, { name: 'pixel', at: [-1, 0], value: '' }).input).toEqual(initialState.input);
  expect(figure.update(initialState, { name: 'pixel', at: [0, 5], value: '' }).input[0]).toEqual([1, 1, 1, 0, 0, 1]);
});
