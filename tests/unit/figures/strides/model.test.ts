import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/strides/element.ts';
import { bytesOf, evaluate, itemSize } from '../../../../src/figures/strides/expression.ts';
import { examples, initialState, lookedAt, memories, outcome, valuesOf, type StridesState } from '../../../../src/figures/strides/model.ts';
import { tell } from '../../../../src/figures/strides/view.ts';

/** Shape, strides and elements of an expression on arange(24).reshape(6, 4), and whether it is a copy. */
function run(expression: string): readonly [readonly number[], readonly number[], number[], boolean] {
  const reading = evaluate(expression);
  return [reading.shape, reading.strides, bytesOf(reading).map((byte) => reading.own?.[byte / itemSize] ?? byte / itemSize), reading.own !== undefined];
}

describe('shape, strides, elements and copy are those that NumPy 2.4 prints', () => {
  test.each([
    ['a[1:5:2, ::-1]', [2, 4], [64, -8], [7, 6, 5, 4, 15, 14, 13, 12], false],
    ['a[2]', [4], [8], [8, 9, 10, 11], false],
    ['a[2, 1]', [], [], [9], true],
    ['a[2, 1, ...]', [], [], [9], false],
    ['a[-1:0:-2, -1]', [3], [-64], [23, 15, 7], false],
    ['a[..., 1]', [6], [32], [1, 5, 9, 13, 17, 21], false],
    ['a[:, None, 1]', [6, 1], [32, 0], [1, 5, 9, 13, 17, 21], false],
    ['a[::2, 1:3].T', [2, 3], [8, 64], [1, 9, 17, 2, 10, 18], false],
    ['a[4][::-2]', [2], [-16], [19, 17], false],
    ['a[[4, 0]]', [2, 4], [32, 8], [16, 17, 18, 19, 0, 1, 2, 3], true],
    ['a[[1, 3, 5], [0, 2, 3]]', [3], [8], [4, 14, 23], true],
    ['a[1:5, [3, 0]]', [4, 2], [8, 32], [7, 4, 11, 8, 15, 12, 19, 16], true],
    ['a[[1, 3], 2]', [2], [8], [6, 14], true],
    ['a[[0, -1], [-1]]', [2], [8], [3, 23], true],
    ['a[None][0, :, [1, 2]]', [2, 6], [48, 8], [1, 5, 9, 13, 17, 21, 2, 6, 10, 14, 18, 22], true],
    ['a[None][0, :2, [1]]', [1, 2], [16, 8], [1, 5], true],
    ['a[None, [1, -1]]', [1, 2, 4], [8, 32, 8], [4, 5, 6, 7, 20, 21, 22, 23], true],
    ['a[a % 5 == 0]', [5], [8], [0, 5, 10, 15, 20], true],
    ['a[::-1][a > 21]', [2], [8], [2, 3], true],
    ['a[1:3].T.copy()', [4, 2], [16, 8], [4, 8, 5, 9, 6, 10, 7, 11], true],
    ['a[5:, 1:].copy()[0]', [3], [8], [21, 22, 23], true],
  ])('%s', (expression, ...expected) => expect(run(expression)).toEqual(expected));
});

test('an empty result has a shape, and no way to walk', () => {
  expect(evaluate('a[4:2, [0, 1]]').shape).toEqual([0, 2]);
  expect(tell({ ...initialState, expression: 'a[6:]' })).toBe('a[6:] 是视图：没有新内存，读的是 a 的；shape (0, 4)；结果里没有元素。');
});

describe('what Python refuses', () => {
  test.each([
    ['a[6]', 'IndexError：下标 6 超出轴 0，它的长度是 6。'],
    ['a[0, 0, 0]', 'IndexError：下标太多，数组只有 2 个轴。'],
    ['a[..., ...]', 'IndexError：省略号只能写一次。'],
    ['a[::0]', 'ValueError：切片的步长不能是 0。'],
    ['a[[0, 1, 2], [0, 1]]', 'IndexError：几个列表的长度不同，配不成对。'],
    ['a[0][a > 3]', 'IndexError：布尔数组的形状是 (6, 4)，与被索引的数组不同。'],
    ['b[0]', 'SyntaxError：从 a 开始写，例如 a[1:, ::2]。'],
    ['a[x]', 'SyntaxError：读不懂下标 x。'],
    ['a[1:x]', 'SyntaxError：读不懂切片 1:x。'],
    ['a[]', 'SyntaxError：方括号里没有下标。'],
    ['a.sum()', 'SyntaxError：读不懂 .sum()；可以写 [ ]、.T、.copy()。'],
    ['a[[0, 1, 2, 3, 4, 5, 0]]', '图里最多放 4 个轴、24 个元素。'],
  ])('%s', (expression, mistake) => {
    expect(outcome(expression)).toBe(mistake);
    expect(tell({ ...initialState, expression })).toBe(mistake);
    expect(figure.view({ ...initialState, expression })).toContain('</svg>');
  });
});

test('the first frame is the example that the chapter works out by hand', () => {
  expect(lookedAt(evaluate(initialState.expression), 1)).toEqual({ index: [0, 1], byte: 48 });
  expect(tell(initialState)).toBe(
    'a[1:5:2, ::-1] 是视图：没有新内存，读的是 a 的；shape (2, 4)，offset 56，strides (64, −8)；元素 (0, 1) 在第 56 + 0×64 + 1×(−8) = 48 字节，值 6。');
});

test('writing to a view changes a, writing to a copy does not', () => {
  const after = (expression: string): ReturnType<typeof memories> => {
    const reading = outcome(expression);
    if (typeof reading === 'string') throw new Error(reading);
    const state: StridesState = { expression, look: 0, written: true };
    expect(valuesOf(state, reading)[0]).toBe(99);
    return memories(state, reading);
  };
  expect(after('a[2]').a[8]).toBe(99);
  expect(after('a[2]').own).toBeUndefined();
  expect(after('a[2].copy()').own).toEqual([99, 9, 10, 11]);
  expect(after('a[2].copy()').a).not.toContain(99);
});

test('every example is drawn with cells to press, and looked at from its first element', () => {
  for (const expression of examples) expect(figure.view({ ...initialState, expression })).toContain('data-act="look:0"');
  expect(figure.view({ ...initialState, expression: 'a[..., None]' })).toContain('画不下');
  expect(figure.update({ ...initialState, look: 3, written: true }, { name: 'expression', at: [], value: ' a.T ' })).toEqual({ expression: 'a.T', look: 0, written: false });
  expect(figure.update(initialState, { name: 'look', at: [5], value: '' })).toEqual({ ...initialState, look: 5 });
  expect(figure.update(initialState, { name: 'written', at: [], value: 'on' }).written).toBe(true);
});

test('a damaged state is refused', () => {
  expect(figure.parse({ ...initialState, expression: 'a'.repeat(41) })).toBeUndefined();
  expect(figure.parse({ ...initialState, look: 24 })).toBeUndefined();
  expect(figure.parse({ ...initialState, order: 'F' })).toBeUndefined();
});

test('a view colours what it reads in the memory, in a and in the result; a copy also colours its own memory', () => {
  const coloured = (expression: string): number => figure.view({ ...initialState, expression }).match(/fill-opacity="0.4"/g)?.length ?? 0;
  expect(coloured('a[1:5:2, ::-1]')).toBe(3 * 8);
  expect(coloured('a[[4, 0]]')).toBe(4 * 8);
});
