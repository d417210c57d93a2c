import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../../src/figures/kit/nd-array.ts';
import { figure } from '../../../../src/figures/strides/element.ts';
import { evaluate } from '../../../../src/figures/strides/expression.ts';
import { buffer, examples, initialState, memories, original, outcome, type StridesState } from '../../../../src/figures/strides/model.ts';
import { tell } from '../../../../src/figures/strides/view.ts';

const a = original(initialState);

/** Shape, strides and elements of an expression on arange(12).reshape(3, 4). */
function run(expression: string): readonly [readonly number[], readonly number[], number[], boolean] {
  const { array, copied } = evaluate(expression, a);
  return [array.shape, array.strides, bytesOf(array).map((byte) => copied?.[byte / 8] ?? byte / 8), copied !== undefined];
}

describe('shape, strides, elements and copy', () => {
  test.each([
    ['a', [3, 4], [32, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], false],
    ['a[1:, ::-2]', [2, 2], [32, -16], [7, 5, 11, 9], false],
    ['a[1]', [4], [8], [4, 5, 6, 7], false],
    ['a[1, -1]', [], [], [7], true],
    ['a[1, -1, ...]', [], [], [7], false],
    ['a[..., 0]', [3], [32], [0, 4, 8], false],
    ['a[:, None, 2]', [3, 1], [32, 0], [2, 6, 10], false],
    ['a.T', [4, 3], [8, 32], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], false],
    ['a.transpose(1, 0)[0]', [3], [32], [0, 4, 8], false],
    ['a.reshape(-1, 6)', [2, 6], [48, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], false],
    ['a.reshape((6, 2))[1]', [2], [8], [2, 3], false],
    ['a.ravel()[::4]', [3], [32], [0, 4, 8], false],
    ['a.T.reshape(2, 6)', [2, 6], [48, 8], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], true],
    ['a[[2, 0], :2]', [2, 2], [16, 8], [8, 9, 0, 1], true],
    ['a[:, [0, 0]]', [3, 2], [8, 24], [0, 0, 4, 4, 8, 8], true],
    ['a.T[:, [1, 2]]', [4, 2], [8, 32], [4, 8, 5, 9, 6, 10, 7, 11], true],
    ['a.reshape(2, 2, 3)[:, [1, 0]]', [2, 2, 3], [24, 48, 8], [3, 4, 5, 0, 1, 2, 9, 10, 11, 6, 7, 8], true],
    ['a.flatten()[3:5]', [2], [8], [3, 4], true],
    ['a.T.copy().T', [3, 4], [8, 24], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], true],
    ['a[3:]', [0, 4], [32, 8], [], false],
  ])('%s', (expression, ...expected) => expect(run(expression)).toEqual(expected));
});

describe('what Python refuses', () => {
  test.each([
    ['a[3]', 'IndexError：下标 3 超出轴 0 的范围，它的长度是 3。'],
    ['a[0, 0, 0]', 'IndexError：下标太多：数组有 2 个轴，却给了 3 个。'],
    ['a[::0]', 'ValueError：切片的步长不能是 0。'],
    ['a.reshape(5, 2)', 'ValueError：12 个元素排不成 (5, 2)。'],
    ['a.transpose(0)', 'ValueError：transpose 要把 2 个轴各写一次。'],
    ['b[0]', 'SyntaxError：从 a 开始写，例如 a[1:, ::2]。'],
    ['a[x]', 'SyntaxError：读不懂 x。'],
  ])('%s', (expression, mistake) => {
    expect(outcome({ ...initialState, expression })).toEqual({ mistake });
    expect(tell({ ...initialState, expression })).toBe(mistake);
  });
});

test('in Fortran order the columns lie together', () => {
  expect(buffer({ order: 'F', itemSize: 8 })).toEqual([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]);
  expect(tell({ ...initialState, order: 'F', itemSize: 4, expression: 'a.T' })).toContain('shape (4, 3)，strides (12, 4)');
});

test('writing to a view changes a, writing to a copy does not', () => {
  const after = (expression: string): { a: readonly number[]; own: readonly number[] | undefined } => {
    const state: StridesState = { ...initialState, expression, look: 0, written: true };
    const result = outcome(state);
    if ('mistake' in result) throw new Error(result.mistake);
    return memories(state, result);
  };
  expect(after('a[1]').a[4]).toBe(99);
  expect(after('a[1].copy()')).toEqual({ a: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], own: [99, 5, 6, 7] });
});

test('the picked element tells its byte as a sum', () => {
  expect(tell(initialState)).toBe('a[1:, ::-2] 是视图，与 a 共用内存；shape (2, 2)，strides (32, −16)；元素 [0, 1] 在第 56 + 0×32 + 1×(−16) = 40 字节，值 5。');
});

test('every example can be drawn, and a fresh expression is looked at from its first element', () => {
  for (const expression of examples) expect(figure.view({ ...initialState, expression })).toContain('data-act="look:0"');
  expect(figure.update({ ...initialState, look: 3, written: true }, { name: 'expression', at: [], value: 'a.T' })).toMatchObject({ expression: 'a.T', look: 0, written: false });
});
