/** Bars with a word before and a number after: probabilities, sizes, counts. */

import { acting, cells, element, text } from './svg.ts';

export interface Bar {
  readonly label: string;
  /** Length, as a share of the widest. */
  readonly share: number;
  readonly shown: string;
  readonly tone: string;
  /** Weaker where the bar does not count, e.g. a word that is cut off. */
  readonly strength?: number;
  /** Makes the row pressable. */
  readonly act?: string;
  readonly current?: boolean;
}

export function bars(list: readonly Bar[], { x, y, labelWidth, width, rowHeight = 34, name = '' }: {
  readonly x: number;
  readonly y: number;
  readonly labelWidth: number;
  /** Of a bar with share 1. */
  readonly width: number;
  readonly rowHeight?: number;
  readonly name?: string;
}): string {
  const rows = list.map(({ label, share, shown, tone, strength = 0.55, act, current = false }, index) => {
    const middle = y + (index + 0.5) * rowHeight;
    const left = x + labelWidth;
    const length = Math.max(0.5, Math.min(1, share) * width);
    const parts = element('rect', { x, y: middle - rowHeight / 2, width: labelWidth + width, height: rowHeight, class: 'fig-surface', 'fill-opacity': 0 }) +
      text(label, left - 8, middle, { anchor: 'end', size: 14 }) +
      element('rect', { x: left, y: middle - 11, width: length, height: 22, class: `fig-cell ${tone}`, 'fill-opacity': strength }) +
      text(shown, left + length + 8, middle, { anchor: 'start', className: 'fig-text fig-mono', size: 13 });
    return act === undefined ? parts : element('g', acting(act, { label: `${label} ${shown}`, cell: [index, 0], current }), parts);
  });
  return list.some(({ act }) => act !== undefined) ? cells(name, rows) : rows.join('');
}
