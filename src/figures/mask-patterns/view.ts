import { drawing, element, text } from '../kit/svg.ts';
import { countVisible, type MaskPatternsState, type Pattern } from './model.ts';

const side = 136;
const columns = 2;
const gap = 36;
const head = 50;

const rounded = (value: number): number => Math.round(value * 100) / 100;

function drawPattern({ name, visible }: Pattern, size: number, query: number, x: number, y: number): string {
  const cell = side / size;
  const places = Array.from({ length: size }, (_place, index) => index);
  // One path for all cells of a kind: a redraw stays cheap with six patterns of 256 cells.
  const squares = (seen: boolean): string => places.flatMap((i) => places.flatMap((j) =>
    (visible(i, j) === seen ? [`M${rounded(x + j * cell)},${rounded(y + head + i * cell)}h${rounded(cell)}v${rounded(cell)}h${rounded(-cell)}z`] : []))).join('');
  const cells = [
    element('path', { d: squares(true), class: 'fig-cell fig-weight', 'fill-opacity': 0.6 }),
    element('path', { d: squares(false), class: 'fig-cell fig-blocked', 'fill-opacity': 0.3 }),
  ];
  return element(
    'g',
    {},
    text(name, x, y + 14, { anchor: 'start', className: 'fig-text fig-strong', size: 14 }),
    text(`可见 ${countVisible(visible, size)} / ${size * size} 格`, x, y + 35, { anchor: 'start', className: 'fig-muted', size: 13 }),
    ...cells,
    query < 0 ? '' : element('rect', { x, y: y + head + query * cell, width: side, height: cell, class: 'fig-ring' }),
  );
}

/** Small multiples, two in a line; the row of `query` is marked in all of them. */
export function drawMaskPatterns({ size, patterns }: MaskPatternsState, query = -1): string {
  const step = head + side + 14;
  return drawing(
    {
      id: 'mask-patterns',
      width: columns * side + gap + 16,
      height: Math.ceil(patterns.length / columns) * step,
      title: '六种可见规则',
      description: `行是查询，列是键，有色的格子表示看得见。${patterns
        .map(({ name, visible }) => `${name}：${countVisible(visible, size)} 格可见`)
        .join('；')}。`,
    },
    ...patterns.map((pattern, index) =>
      drawPattern(pattern, size, query, 8 + (index % columns) * (side + gap), Math.floor(index / columns) * step)),
  );
}
