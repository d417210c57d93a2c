import { acting, cells, drawing, element, text, type Attributes } from '../kit/svg.ts';
import { agreements, encoding, frequencies, positions, similarities, similarity, type PositionDialsState } from './model.ts';

const width = 440;
const dial = { radius: 33, columns: 4, height: 134 };
const heat = { x: 34, width: 112 };
const board = { x: 188, cell: 15.5 };

/** Enough digits to tell 6.28 from 60611. */
export function lengthText(length: number): string {
  return length < 1000 ? length.toPrecision(3) : String(Math.round(length));
}

const signed = (value: number): string => value.toFixed(2).replace('-', '−');

/** A hand from the middle of a dial; angle 0 points up, and the tip is at (sin, cos). */
function hand(x: number, y: number, angle: number, length: number, tone: string): string {
  const [along, across] = [[Math.sin(angle), -Math.cos(angle)], [Math.cos(angle), Math.sin(angle)]] as const;
  const point = (far: number, side: number): string =>
    `${(x + along[0] * far + across[0] * side).toFixed(2)},${(y + along[1] * far + across[1] * side).toFixed(2)}`;
  return element('path', { class: tone, d: `M${point(-5, 2.2)}L${point(length, 0.9)}L${point(length, -0.9)}L${point(-5, -2.2)}Z` });
}

function drawDial(state: PositionDialsState, k: number, x: number, y: number): string {
  const omega = frequencies(state.width, state.base)[k] ?? 0;
  const agreement = agreements(state.key - state.query, state.width, state.base)[k] ?? 0;
  const ticks = Array.from({ length: 12 }, (_value, hour) => {
    const [sin, cos] = [Math.sin((hour * Math.PI) / 6), -Math.cos((hour * Math.PI) / 6)];
    const [outer, inner] = [dial.radius, dial.radius - (hour % 3 === 0 ? 6 : 3)];
    return `M${(x + sin * inner).toFixed(2)},${(y + cos * inner).toFixed(2)}L${(x + sin * outer).toFixed(2)},${(y + cos * outer).toFixed(2)}`;
  }).join('');
  return element('g', {},
    element('circle', { cx: x, cy: y, r: dial.radius, class: 'fig-cell fig-surface' }),
    element('path', { d: ticks, class: 'fig-line' }),
    hand(x, y, state.key * omega, dial.radius - 6, 'fig-key'),
    hand(x, y, state.query * omega, dial.radius - 11, 'fig-query'),
    element('circle', { cx: x, cy: y, r: 3, class: 'fig-cell fig-surface' }),
    text(`波长 ${lengthText((2 * Math.PI) / omega)}`, x, y + dial.radius + 14, { className: 'fig-muted', size: 12 }),
    text(`cos 夹角 ${signed(agreement)}`, x, y + dial.radius + 31, { className: 'fig-text', size: 12 }));
}

function dials(state: PositionDialsState): string {
  const count = state.width / 2;
  const columns = Math.min(count, dial.columns);
  return Array.from({ length: count }, (_value, k) =>
    drawDial(state, k, (width * ((k % columns) + 0.5)) / columns, 40 + Math.floor(k / columns) * dial.height)).join('');
}

/** A cell between −1 and 1: positive and negative values have a colour each. */
function shade(x: number, y: number, w: number, h: number, value: number, act: Attributes = {}): string {
  const tone = value < 0 ? 'fig-score' : 'fig-value';
  return element('rect', {
    x, y, width: w, height: h, ...act, class: act.class === undefined ? tone : `${act.class} ${tone}`,
    'fill-opacity': Math.round(Math.min(1, Math.abs(value)) * 85) / 100,
  });
}

/** Drawn over cells that are pressed, so it must let presses through. */
const through = { 'pointer-events': 'none' } as const;

function frame(x: number, y: number, w: number, h: number): string {
  return element('rect', { x, y, width: w, height: h, class: 'fig-cell', 'fill-opacity': 0, ...through });
}

/** One row per position, one column per dimension. */
function heatMap(state: PositionDialsState, top: number): string {
  const cellWidth = heat.width / state.width;
  const rows = Array.from({ length: positions }, (_value, position) =>
    encoding(position, state.width, state.base).map((value, j) =>
      shade(heat.x + j * cellWidth, top + position * board.cell, cellWidth, board.cell, value)).join(''));
  const mark = (position: number, tone: string): string =>
    element('rect', { x: heat.x - 5, y: top + position * board.cell + 1, width: 4, height: board.cell - 2, class: tone });
  const numbers = Array.from({ length: positions / 2 }, (_value, i) =>
    text(String(2 * i), heat.x - 9, top + (2 * i + 0.5) * board.cell, { anchor: 'end', className: 'fig-muted', size: 12 }));
  return text('每个位置的编码', heat.x + heat.width / 2, top - 19, { className: 'fig-muted', size: 13 }) +
    rows.join('') + frame(heat.x, top, heat.width, positions * board.cell) + numbers.join('') +
    mark(state.key, 'fig-key') + mark(state.query, 'fig-query');
}

/** Dot products of every pair of positions; each cell can be pressed. */
function products(state: PositionDialsState, top: number): string {
  const side = positions * board.cell;
  // One element a cell: there are 256, and every one is made again when the reader moves a slider.
  const squares = similarities(state).flatMap((row, i) => row.map((value, j) => {
    const chosen = i === state.query && j === state.key;
    const act = acting(`pair:${i},${j}`, { label: `${i} 与 ${j}，点积 ${value.toFixed(3)}`, cell: [i, j], current: chosen });
    return shade(board.x + j * board.cell, top + i * board.cell, board.cell, board.cell, (2 * value) / state.width, act);
  }));
  const [cx, cy] = [board.x + state.key * board.cell, top + state.query * board.cell];
  return text('两两点积：行 i，列 j', board.x + side / 2, top - 19, { className: 'fig-muted', size: 13 }) +
    element('rect', { x: board.x, y: top, width: side, height: side, class: 'fig-surface' }) +
    cells('点积矩阵', squares, { follow: true }) + frame(board.x, top, side, side) +
    element('path', { class: 'fig-query', d: `M${board.x - 7},${cy + 3}l6,${board.cell / 2 - 3}l-6,${board.cell / 2 - 3}z` }) +
    element('path', { class: 'fig-key', d: `M${cx + 3},${top - 7}l${board.cell / 2 - 3},6l${board.cell / 2 - 3},-6z` }) +
    element('rect', { x: cx + 1, y: cy + 1, width: board.cell - 2, height: board.cell - 2, class: 'fig-cell', 'fill-opacity': 0, 'stroke-width': 2, ...through }) +
    element('rect', { x: cx + 5, y: cy + 5, width: board.cell - 10, height: board.cell - 10, class: 'fig-accent', ...through });
}

/** The two positions and their dot product in words. */
export function tell(state: PositionDialsState): string {
  const offset = state.key - state.query;
  const parts = agreements(offset, state.width, state.base).map((value) => value.toFixed(4).replace('-', '−'));
  const total = similarity(offset, state.width, state.base).toFixed(4).replace('-', '−');
  return `位置 ${state.query} 与 ${state.key}，相隔 ${Math.abs(offset)}：各盘夹角的余弦 ${parts.join('、')}，点积 ${total}`;
}

/** Dials above; heat map and matrix of dot products below. */
export function positionDialsSvg(state: PositionDialsState, id = 'position-dials'): string {
  const rows = Math.ceil(state.width / 2 / dial.columns);
  const key = 40 + (rows - 1) * dial.height + dial.radius + 58;
  const top = key + 64;
  return drawing(
    {
      id, width, height: top + positions * board.cell + 8,
      title: '位置编码是一排快慢不同的表盘',
      description: `底 ${state.base}，${state.width} 维，${state.width / 2} 只表盘。${tell(state)}。`
        + '下方左图是 16 个位置的编码，右图是两两点积，每条对角线上的值相同。',
    },
    dials(state),
    element('rect', { x: 70, y: key - 6, width: 20, height: 12, class: 'fig-query' }),
    text(`短针：位置 i = ${state.query}`, 97, key, { anchor: 'start', size: 13 }),
    element('rect', { x: 242, y: key - 6, width: 20, height: 12, class: 'fig-key' }),
    text(`长针：位置 j = ${state.key}`, 269, key, { anchor: 'start', size: 13 }),
    text(`点积 ${signed(similarity(state.key - state.query, state.width, state.base))}`, width / 2, key + 24, { className: 'fig-strong', size: 14 }),
    heatMap(state, top),
    products(state, top),
  );
}
