/** Two vertical lines of time with messages between them: the diagram of protocols. */

import { arrow, element, text } from './svg.ts';

export interface Flight {
  /** From the left line to the right one, or back. */
  readonly rightwards: boolean;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Ends half-way with a cross. */
  readonly lost: boolean;
  readonly className: string;
}

/** Time runs downwards, `unit` drawing units a tick, from `top`. */
export function timeSpace(flights: readonly Flight[], { left, right, top, unit, end, names }: {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly unit: number;
  readonly end: number;
  readonly names: readonly [string, string];
}): string {
  const y = (time: number): number => top + time * unit;
  const line = (x: number, name: string): string =>
    text(name, x, top - 16, { className: 'fig-strong', size: 14 }) + element('line', { x1: x, x2: x, y1: top - 4, y2: y(end), class: 'fig-line' });
  const drawn = flights.map(({ rightwards, from, to, label, lost, className }) => {
    const [x1, x2] = rightwards ? [left, right] : [right, left];
    const [endX, endY] = lost ? [(x1 + x2) / 2, (y(from) + y(to)) / 2] : [x2, y(to)];
    return arrow(x1, y(from), endX, endY, className) +
      (lost ? text('×', endX, endY, { className: 'fig-strong', size: 16 }) : '') +
      text(label, rightwards ? x1 - 8 : x1 + 8, y(from), { anchor: rightwards ? 'end' : 'start', className: 'fig-text', size: 12 });
  });
  return line(left, names[0]) + line(right, names[1]) + drawn.join('');
}
