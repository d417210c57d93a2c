import { at, signed, sum } from '../kit/numbers.ts';
import { acting, drawing, element, matrix, text } from '../kit/svg.ts';
import { kernels, outputs, outputSide, padded, products, type ConvState } from './model.ts';

const cell = 36;
const origin = { x: 8, y: 28 };

const short = (value: number): string => signed(value, 0);

/** Row and column of the output on show. */
export function place(state: ConvState): readonly [number, number] {
  const size = outputSide(state);
  const step = Math.min(state.step, size * size - 1);
  return [Math.floor(step / size), step % size];
}

/** The products that do not vanish, and their sum. */
export function tell(state: ConvState): string {
  const [row, column] = place(state);
  const list = products(state, row, column);
  const told = list.filter(({ weight }) => weight !== 0).map(({ input, weight }) => `${short(input)}×${weight < 0 ? `(${short(weight)})` : weight}`);
  const size = outputSide(state);
  return `输出 ${size}×${size}，第 ${row + 1} 行第 ${column + 1} 列 = ${told.join(' + ')} = ${short(sum(list.map(({ input, weight }) => input * weight)))}。`;
}

/** The input with its window, the kernel, and below them the outputs. */
export function drawConvStepper(state: ConvState): string {
  const grid = padded(state);
  const inner = (index: number): boolean => index >= state.padding && index < grid.length - state.padding;
  const [row, column] = place(state);
  const values = outputs(state);
  const peak = Math.max(1, ...values.flat().map(Math.abs));
  const below = origin.y + grid.length * cell + 48;
  const right = origin.x + grid.length * cell + 20;
  return drawing(
    { id: 'conv-stepper', width: 430, height: below + values.length * cell + 8, title: '卷积核滑过图像', description: tell(state) },
    text('输入（点格子换 0 和 1）', origin.x, 12, { anchor: 'start', className: 'fig-muted', size: 13 }),
    matrix({
      values: grid, x: origin.x, y: origin.y, cellWidth: cell, cellHeight: cell, size: 13, name: '输入',
      tone: (i, j) => (inner(i) && inner(j) ? 'fig-query' : 'fig-blocked'), share: (value) => 0.08 + 0.5 * value,
      act: (i, j, value) => acting(`pixel:${i - state.padding},${j - state.padding}`, { label: `第 ${i + 1} 行第 ${j + 1} 列，${value}`, cell: [i, j], pressed: value === 1 }),
    }),
    element('rect', { x: origin.x + column * state.stride * cell, y: origin.y + row * state.stride * cell, width: 3 * cell, height: 3 * cell, class: 'fig-ring' }),
    text('卷积核', right, 12, { anchor: 'start', className: 'fig-muted', size: 13 }),
    matrix({ values: at(kernels, state.kernel).values, x: right, y: origin.y, cellWidth: 30, cellHeight: 30, size: 13, tone: 'fig-key', format: short, share: (value) => 0.1 + 0.2 * Math.abs(value) }),
    text('输出（点格子看窗口）', origin.x, below - 16, { anchor: 'start', className: 'fig-muted', size: 13 }),
    matrix({
      values, x: origin.x, y: below, cellWidth: cell, cellHeight: cell, size: 13, format: short, name: '输出', follow: true,
      tone: (i, j) => ((values[i]?.[j] ?? 0) < 0 ? 'fig-key' : 'fig-output'), share: (value) => (0.7 * Math.abs(value)) / peak,
      act: (i, j, value) => acting(`output:${i},${j}`, { label: `输出第 ${i + 1} 行第 ${j + 1} 列，${short(value)}`, cell: [i, j], current: i === row && j === column }),
    }),
    element('rect', { x: origin.x + column * cell, y: below + row * cell, width: cell, height: cell, class: 'fig-ring' }),
  );
}
