import { at, range } from '../kit/numbers.ts';
import { acting, drawing, element, matrix, text } from '../kit/svg.ts';
import { align, broadcast, bytes, offset, readStrides, repairs, shapeText, valueAt, type BroadcastState, type Shape } from './model.ts';

const [width, height, wide] = [36, 28, 46];

/** Rows and columns that a shape is drawn with: an axis that is missing is drawn as 1. */
function extent(shape: Shape): readonly [number, number] {
  return [shape.length === 2 ? at(shape, 0) : 1, shape.length === 0 ? 1 : at(shape, shape.length - 1)];
}

/** The index of a drawn cell in a result of any number of axes. */
export const indexOf = (result: Shape, row: number, column: number): number[] =>
  (result.length === 2 ? [row, column] : result.length === 1 ? [column] : []);

const words = (line: string, x: number, y: number, size = 12): string =>
  text(line, x, y, { anchor: 'start', className: size > 12 ? 'fig-strong' : 'fig-muted', size });

interface Operand { readonly name: string; readonly shape: Shape; readonly by: number; readonly tone: string; readonly x: number }

/** An operand as large as the result: cells that exist are filled, those that are only read again are empty. */
function operand({ name, shape, by, tone, x }: Operand, { row, column }: BroadcastState, result: Shape | undefined): string {
  const [rows, columns] = extent(shape);
  const drawn = result ?? shape;
  const [allRows, allColumns] = extent(drawn);
  const place = (i: number, j: number): number => offset(shape, drawn, indexOf(drawn, i, j));
  const lit = result === undefined ? -1 : place(row, column);
  return words(`${name} ${shapeText(shape)}`, x, 16, 14) +
    matrix({
      values: range(allRows).map((i) => range(allColumns).map((j) => valueAt(place(i, j), by))),
      x, y: 32, cellWidth: width, cellHeight: height, tone, size: 13,
      share: (_value, i, j) => (i >= rows || j >= columns ? 0 : lit === place(i, j) ? 0.75 : 0.25),
    }) +
    (result === undefined ? '' : element('rect', { x: x + column * width, y: 32 + row * height, width, height, class: 'fig-ring' }));
}

/** What happens, in words: the rule, the bytes, and the strides. */
export function tell({ a, b, row, column }: BroadcastState): string {
  const result = broadcast(a, b);
  if (result === undefined) {
    const axes = align(a, b).flatMap(({ left, right, size }, axis) => (size < 0 ? [`轴 ${axis} 上 ${left} 与 ${right}`] : []));
    const ways = repairs(a, b).map(({ code, result: shape }) => `${code}，结果 ${shapeText(shape)}`);
    return `${shapeText(a)} 与 ${shapeText(b)} 右对齐，${axes.join('、')}既不相等也没有 1：ValueError。`
      + (ways.length === 0 ? '给一维的补末轴、把二维的转置，都救不了，先查数据。' : `可改成 ${ways.join('；或 ')}。`);
  }
  const index = indexOf(result, row, column);
  const [left, right] = [offset(a, result, index), offset(b, result, index)];
  return `结果 ${shapeText(result)}，${bytes(result)} 字节。A 只存 ${bytes(a)} 字节，步幅 ${shapeText(readStrides(a, result))}；`
    + `B 只存 ${bytes(b)} 字节，步幅 ${shapeText(readStrides(b, result))}。`
    + `[${index.join(', ')}] = A 第 ${left} 字节的 ${valueAt(left, 10)} + B 第 ${right} 字节的 ${valueAt(right, 1)} = ${valueAt(left, 10) + valueAt(right, 1)}。`;
}

/** Both shapes aligned at the right, and what comes of each axis. */
function axisTable({ a, b }: BroadcastState): string {
  const axes = align(a, b);
  return matrix({
    values: [axes.map(({ left }) => left), axes.map(({ right }) => right), axes.map(({ size }) => size)],
    x: 66, y: 190, cellWidth: wide, cellHeight: height, size: 13,
    rowLabels: axes.length === 0 ? [] : ['A', 'B', '结果'], columnLabels: axes.map((_axis, index) => `轴 ${index}`),
    format: (value) => (value < 0 ? '冲突' : value === 0 ? '补 1' : String(value)),
    tone: (row, axis) => at(['fig-query', 'fig-key', at(axes, axis).size < 0 ? 'fig-blocked' : 'fig-output'], row),
    share: (value) => (value < 0 ? 0.45 : value === 0 ? 0 : 0.25),
  });
}

function resultGrid(state: BroadcastState, result: Shape): string {
  const [rows, columns] = extent(result);
  const sum = (i: number, j: number): number => {
    const index = indexOf(result, i, j);
    return valueAt(offset(state.a, result, index), 10) + valueAt(offset(state.b, result, index), 1);
  };
  const [x, y] = [204, 190];
  return words(`A + B ${shapeText(result)}`, x, y - 16, 14) +
    matrix({
      values: range(rows).map((i) => range(columns).map((j) => sum(i, j))), x, y, cellWidth: wide, cellHeight: width, size: 13,
      tone: 'fig-output', name: 'A + B', follow: true,
      act: (i, j, value) => acting(`look:${i},${j}`, { label: `第 ${i + 1} 行第 ${j + 1} 列，${value}`, cell: [i, j], current: i === state.row && j === state.column }),
    }) +
    element('rect', { x: x + state.column * wide, y: y + state.row * width, width: wide, height: width, class: 'fig-ring' }) +
    [state.a, state.b].map((shape, i) => words(`${at('AB'.split(''), i)} 步幅 ${shapeText(readStrides(shape, result))}，${bytes(shape)} 字节`, 12, 296 + 20 * i)).join('');
}

/** Both operands, the rule axis by axis, and the result. */
export function drawBroadcasting(state: BroadcastState): string {
  const { a, b } = state;
  const result = broadcast(a, b);
  return drawing(
    { id: 'broadcasting', width: 400, height: 344, title: '两个数组怎样对齐相加', description: tell(state) },
    operand({ name: 'A', shape: a, by: 10, tone: 'fig-query', x: 12 }, state, result),
    operand({ name: 'B', shape: b, by: 1, tone: 'fig-key', x: 212 }, state, result),
    axisTable(state),
    result === undefined
      ? words('形状对不上', 204, 204, 15) +
        repairs(a, b).map(({ code, result: shape }, i) => words(`${code} → ${shapeText(shape)}`, 204, 232 + 22 * i)).join('')
      : resultGrid(state, result),
  );
}
