import { at, range } from '../kit/numbers.ts';
import { acting, drawing, element, matrix, text } from '../kit/svg.ts';
import { broadcast, offset, readStrides, shapeText, valueAt, type BroadcastState, type Shape } from './model.ts';

const size = 36;

/** Rows and columns that a shape is drawn with: an axis that is missing is drawn as 1. */
function extent(shape: Shape): readonly [number, number] {
  return [shape.length === 2 ? at(shape, 0) : 1, shape.length === 0 ? 1 : at(shape, shape.length - 1)];
}

/** The index of a drawn cell in a result of any number of axes. */
export const indexOf = (result: Shape, row: number, column: number): number[] =>
  (result.length === 2 ? [row, column] : result.length === 1 ? [column] : []);

interface Operand { readonly name: string; readonly shape: Shape; readonly by: number; readonly tone: string; readonly x: number }

function operand({ name, shape, by, tone, x }: Operand, lit: number | undefined): string {
  const [rows, columns] = extent(shape);
  const values = range(rows).map((i) => range(columns).map((j) => valueAt(8 * (i * columns + j), by)));
  return text(`${name} ${shapeText(shape)}`, x, 16, { anchor: 'start', className: 'fig-strong', size: 14 }) +
    matrix({ values, x, y: 34, cellWidth: size, cellHeight: size, tone, size: 13, share: (_value, i, j) => (lit === 8 * (i * columns + j) ? 0.75 : 0.14) });
}

/** What happens, in words: the rule, and the strides. */
export function tell({ a, b, row, column }: BroadcastState): string {
  const result = broadcast(a, b);
  if (result === undefined) {
    return `形状 ${shapeText(a)} 与 ${shapeText(b)} 从右对齐，有一个轴既不相等也没有 1：ValueError。`;
  }
  const index = indexOf(result, row, column);
  const [left, right] = [offset(a, result, index), offset(b, result, index)];
  return `结果 ${shapeText(result)}。A 的步幅 ${shapeText(readStrides(a, result))}，B 的步幅 ${shapeText(readStrides(b, result))}；`
    + `[${index.join(', ')}] = A 第 ${left} 字节的 ${valueAt(left, 10)} + B 第 ${right} 字节的 ${valueAt(right, 1)} = ${valueAt(left, 10) + valueAt(right, 1)}。`;
}

function resultGrid(state: BroadcastState, result: Shape): string {
  const [rows, columns] = extent(result);
  const sum = (i: number, j: number): number => {
    const index = indexOf(result, i, j);
    return valueAt(offset(state.a, result, index), 10) + valueAt(offset(state.b, result, index), 1);
  };
  const [x, y] = [12, 250];
  return text(`A + B ${shapeText(result)}`, x, y - 18, { anchor: 'start', className: 'fig-strong', size: 14 }) +
    matrix({
      values: range(rows).map((i) => range(columns).map((j) => sum(i, j))), x, y, cellWidth: 46, cellHeight: size, size: 13,
      tone: 'fig-output', name: 'A + B', follow: true,
      act: (i, j, value) => acting(`look:${i},${j}`, { label: `第 ${i + 1} 行第 ${j + 1} 列，${value}`, cell: [i, j], current: i === state.row && j === state.column }),
    }) +
    element('rect', { x: x + state.column * 46, y: y + state.row * size, width: 46, height: size, class: 'fig-ring' });
}

/** Both operands, the rule axis by axis, and the result. */
export function drawBroadcasting(state: BroadcastState): string {
  const { a, b, row, column } = state;
  const result = broadcast(a, b);
  const lit = (shape: Shape): number | undefined => (result === undefined ? undefined : offset(shape, result, indexOf(result, row, column)));
  return drawing(
    { id: 'broadcasting', width: 400, height: 410, title: '两个数组怎样对齐相加', description: tell(state) },
    operand({ name: 'A', shape: a, by: 10, tone: 'fig-query', x: 12 }, lit(a)),
    operand({ name: 'B', shape: b, by: 1, tone: 'fig-key', x: 212 }, lit(b)),
    result === undefined
      ? text('形状对不上：ValueError', 12, 250, { anchor: 'start', className: 'fig-strong', size: 15 })
      : resultGrid(state, result),
  );
}
