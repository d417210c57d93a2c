/** The numbers of one stop, drawn below the route. */

import { at, type Matrix } from '../alignment-grid/transformer.ts';
import { acting, cells, element, matrix, text } from '../kit/svg.ts';
import { tableOf, withinTable, type Numbers, type Pick } from './trace.ts';

const left = 92;
const room = 380;
const rowHeight = 38;

export interface TensorDrawing {
  readonly numbers: Numbers;
  readonly pick: Pick;
  /** Words of the rows, and of the columns where columns are words. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** All words that can be written, for scores and probabilities. */
  readonly targetVocab: readonly string[];
  readonly y: number;
}

/** Height that `drawTensor` needs. */
export function tensorHeight({ numbers, rows }: TensorDrawing): number {
  return numbers.kind === 'softmax' ? 5 * 30 + 12 : rows.length * rowHeight + 40;
}

/** Signed values as shades of two colours; the number beside the row is the picked one. */
function strip(table: Matrix, { pick, rows, y, numbers, targetVocab }: TensorDrawing): string {
  const width = room / at(table, 0).length;
  const peak = Math.max(...table.flat().map(Math.abs));
  const own = withinTable(numbers, pick);
  const place = (column: number): string => (numbers.kind === 'logits' ? at(targetVocab, column) : `第 ${column + 1} 维`);
  const lines = table.map((values, i) =>
    element('g', acting(`row:${i}`, { label: `第 ${i + 1} 行 ${rows[i] ?? ''}`, cell: [i, 0], current: i === own.row }),
      element('rect', { x: 2, y: y + i * rowHeight, width: left + room - 4, height: rowHeight, class: 'fig-surface', 'fill-opacity': 0 }),
      text(rows[i] ?? '', left - 8, y + (i + 0.5) * rowHeight, { anchor: 'end', className: 'fig-muted', size: 13 }),
      ...values.map((value, j) => element('rect', {
        x: left + j * width, y: y + i * rowHeight + 3, width, height: rowHeight - 6,
        class: `fig-cell ${value < 0 ? 'fig-key' : 'fig-query'}`, 'fill-opacity': Math.abs(value) / peak,
      }))));
  return cells('张量的行', lines, { follow: true }) +
    element('rect', { x: left + own.column * width, y: y + own.row * rowHeight + 3, width, height: rowHeight - 6, class: 'fig-ring' }) +
    text(`${place(own.column)}；蓝正橙负，最深 ${peak.toFixed(2)}`, left, y + table.length * rowHeight + 16, { anchor: 'start', className: 'fig-muted', size: 13 });
}

function attentionTable(table: Matrix, { pick, rows, columns, y, numbers }: TensorDrawing): string {
  const cellWidth = Math.min(72, room / columns.length);
  const own = withinTable(numbers, pick);
  return matrix({
    values: table, x: left, y: y + 22, cellWidth, cellHeight: rowHeight, size: 13,
    rowLabels: rows, columnLabels: columns.map((word) => (cellWidth < 60 ? [...word].slice(0, 3).join('') : [...word].slice(0, 5).join(''))),
    format: (weight) => weight.toFixed(cellWidth < 50 ? 2 : 3),
    tone: 'fig-weight', share: (weight) => 0.04 + 0.6 * weight, name: `第 ${own.head + 1} 头的权重`, follow: true,
    act: (i, j, weight) => acting(`cell:${i},${j}`, {
      label: `${rows[i] ?? ''} 看 ${columns[j] ?? ''}，${weight.toFixed(3)}`, cell: [i, j], current: i === own.row && j === own.column,
    }),
  }) + element('rect', { x: left + own.column * cellWidth, y: y + 22 + own.row * rowHeight, width: cellWidth, height: rowHeight, class: 'fig-ring' });
}

/** The five most likely words. */
function chances(probabilities: readonly number[], vocab: readonly string[], y: number): string {
  const best = probabilities.map((probability, index) => ({ probability, word: at(vocab, index) }))
    .sort((a, b) => b.probability - a.probability).slice(0, 5);
  return best.map(({ probability, word }, i) => {
    const middle = y + i * 30 + 15;
    return text(word, left - 8, middle, { anchor: 'end', className: 'fig-text', size: 13 }) +
      element('rect', { x: left, y: middle - 11, width: Math.max(1, probability * 290), height: 22, class: 'fig-cell fig-output', 'fill-opacity': 0.5 }) +
      text(probability < 0.001 ? probability.toExponential(1) : probability.toFixed(4), left + Math.max(1, probability * 290) + 8, middle, { anchor: 'start', className: 'fig-text fig-mono', size: 13 });
  }).join('');
}

export function drawTensor(tensor: TensorDrawing): string {
  const { numbers, pick, targetVocab, y } = tensor;
  const table = tableOf(numbers, pick.head);
  if (numbers.kind === 'softmax') return chances(at(table, 0), targetVocab, y);
  return numbers.kind === 'self-attention' || numbers.kind === 'cross-attention' ? attentionTable(table, tensor) : strip(table, tensor);
}
