/** A table of short words: page frames over time, registers, queues. Cells may be marked. */

import { element, text } from './svg.ts';

export interface TableCell {
  readonly words: string;
  readonly tone?: string;
  readonly share?: number;
  /** A frame round the cell. */
  readonly ring?: boolean;
}

/** `rows[i][j]`, top-left corner at (x, y). */
export function table(rows: readonly (readonly TableCell[])[], { x, y, cellWidth, cellHeight = 30, rowLabels = [], columnLabels = [], size = 14 }: {
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly cellHeight?: number;
  readonly rowLabels?: readonly string[];
  readonly columnLabels?: readonly string[];
  readonly size?: number;
}): string {
  const box = (i: number, j: number): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } =>
    ({ x: x + j * cellWidth, y: y + i * cellHeight, width: cellWidth, height: cellHeight });
  const filled = rows.flatMap((row, i) => row.map(({ words, tone = 'fig-surface', share = 0.2 }, j) =>
    element('rect', { ...box(i, j), class: `fig-cell ${tone}`, 'fill-opacity': share }) +
    (words === '' ? '' : text(words, x + (j + 0.5) * cellWidth, y + (i + 0.5) * cellHeight, { className: 'fig-text fig-mono', size }))));
  const rings = rows.flatMap((row, i) => row.map(({ ring = false }, j) => (ring ? element('rect', { ...box(i, j), class: 'fig-ring' }) : '')));
  return filled.join('') + rings.join('') +
    rowLabels.map((words, i) => text(words, x - 8, y + (i + 0.5) * cellHeight, { anchor: 'end', className: 'fig-muted', size: size - 1 })).join('') +
    columnLabels.map((words, j) => text(words, x + (j + 0.5) * cellWidth, y - 12, { className: 'fig-muted', size: size - 1 })).join('');
}
