/** Bits to press, coloured by field. */

import { bitsOf, widthOf, type BitFormat } from './bits.ts';
import { range } from './numbers.ts';
import { acting, cells, element, text } from './svg.ts';

interface Field { readonly name: string; readonly tone: string }

const sign: Field = { name: '符号', tone: 'fig-score' };
const exponent: Field = { name: '指数', tone: 'fig-key' };
const fraction: Field = { name: '尾数', tone: 'fig-query' };
const number: Field = { name: '数值', tone: 'fig-query' };

function fieldAt(format: BitFormat, place: number): Field {
  if (place === 0) return sign;
  if (format.exponent === 0) return number;
  return place <= format.exponent ? exponent : fraction;
}

/** A byte to a row: on a phone each bit is still as wide as a finger needs. */
const perRow = 8;
const [side, height, lead] = [40, 34, 62];

/** How tall the editor is. */
export const editorHeight = (format: BitFormat): number => Math.ceil(widthOf(format) / perRow) * lead;

/** Rows of at most 8 bits; each sends `act:place`, place 0 being the sign. Above each row the place of every fourth bit, from the right. */
export function bitEditor(format: BitFormat, code: number, { x, y, act, name }: {
  readonly x: number;
  readonly y: number;
  readonly act: string;
  readonly name: string;
}): string {
  const bits = bitsOf(format, code);
  const squares = range(bits.length).map((place) => {
    const [row, column] = [Math.floor(place / perRow), place % perRow];
    const [left, top] = [x + column * side, y + 16 + row * lead];
    const { name: field, tone } = fieldAt(format, place);
    const bit = bits.charAt(place);
    return element('g', acting(`${act}:${place}`, { label: `${field}，位 ${bits.length - 1 - place}：${bit}`, cell: [row, column] }),
      element('rect', { x: left, y: top, width: side, height, class: `fig-cell ${tone}`, 'fill-opacity': bit === '1' ? 0.55 : 0.12 }),
      text(bit, left + side / 2, top + height / 2, { className: bit === '1' ? 'fig-strong fig-mono' : 'fig-text fig-mono', size: 16 }));
  });
  const places = range(bits.length).filter((place) => (bits.length - 1 - place) % 4 === 3 || place === bits.length - 1).map((place) =>
    text(String(bits.length - 1 - place), x + (place % perRow + 0.5) * side, y + 6 + Math.floor(place / perRow) * lead, { className: 'fig-muted fig-mono', size: 12 }));
  return cells(name, squares) + places.join('');
}

/** What the colours mean, with the number of bits. */
export function bitLegend(format: BitFormat, x: number, y: number): string {
  const list: readonly (readonly [Field, number])[] = format.exponent === 0
    ? [[sign, 1], [number, format.fraction]] : [[sign, 1], [exponent, format.exponent], [fraction, format.fraction]];
  return list.map(([{ name, tone }, bits], index) => {
    const left = x + index * 104;
    return element('rect', { x: left, y: y - 8, width: 16, height: 16, class: `fig-cell ${tone}`, 'fill-opacity': 0.55 }) +
      text(`${name} ${bits} 位`, left + 22, y, { anchor: 'start', size: 13 });
  }).join('');
}
