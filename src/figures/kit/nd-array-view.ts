/** Arrays beside the memory that they are views of: a strip of bytes, and grids of up to three axes. */

import { product } from './nd-array.ts';
import { at, range } from './numbers.ts';
import { acting, cells, element, text } from './svg.ts';

interface Cell {
  readonly words: string;
  readonly tone: string;
  readonly share: number;
  /** Frames the cell that is looked at. */
  readonly ring: boolean;
}

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function square({ words, tone, share }: Cell, { x, y, width, height }: Box): string {
  return element('rect', { x, y, width, height, class: `fig-cell ${tone}`, 'fill-opacity': share }) +
    text(words, x + width / 2, y + height / 2, { className: 'fig-text fig-mono', size: Math.min(14, height - 3) });
}

const ring = (box: Box): string => element('rect', { ...box, class: 'fig-ring' });

/** A buffer as one row of elements; below each the byte at which it starts. */
export function memoryStrip(list: readonly Cell[], { x, y, width, itemSize }: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly itemSize: number;
}): string {
  const side = Math.min(34, width / list.length);
  const boxes = list.map((_cell, place) => ({ x: x + place * side, y, width: side, height: 28 }));
  return list.map((cell, place) => square(cell, at(boxes, place)) +
      text(String(place * itemSize), x + place * side + side / 2, y + 38, { className: 'fig-muted fig-mono', size: 12 })).join('') +
    list.map((cell, place) => (cell.ring ? ring(at(boxes, place)) : '')).join('');
}

/** A grid of at most three axes; the first of three is a row of layers from top to bottom. Fits into the given box. */
export function ndGrid(shape: readonly number[], list: readonly Cell[], { x, y, width, height, act, name = '' }: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Sends `act:place`, the place counted with the last axis running fastest. */
  readonly act?: string;
  readonly name?: string;
}): string {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const layers = product(shape.slice(0, -2));
  const gap = layers > 4 ? 4 : 10;
  const cellWidth = Math.min(34, width / Math.max(1, columns));
  const cellHeight = Math.min(30, (height - gap * (layers - 1)) / Math.max(1, rows * layers));
  const boxes = range(list.length).map((place): Box => {
    const row = Math.floor(place / columns);
    return { x: x + (place % columns) * cellWidth, y: y + row * cellHeight + Math.floor(row / rows) * gap, width: cellWidth, height: cellHeight };
  });
  const drawn = list.map((cell, place) => {
    const picture = square(cell, at(boxes, place));
    if (act === undefined) return picture;
    const label = `第 ${Math.floor(place / columns) + 1} 行第 ${place % columns + 1} 列，${cell.words}`;
    return element('g', acting(`${act}:${place}`, { label, cell: [Math.floor(place / columns), place % columns], current: cell.ring }), picture);
  });
  return (act === undefined ? drawn.join('') : cells(name, drawn, { follow: true })) +
    list.map((cell, place) => (cell.ring ? ring(at(boxes, place)) : '')).join('');
}
