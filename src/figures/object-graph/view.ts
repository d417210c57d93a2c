import { at } from '../kit/numbers.ts';
import { acting, arrow, cells, drawing, element, text } from '../kit/svg.ts';
import { after, before, isGrid, routes, show, source, spreads, statement, subject, target, type GraphState, type Thing, type World } from './model.ts';

export const question = ({ make }: GraphState): string => (isGrid(make) ? '别的行会跟着变吗' : '打印 a，会变吗');

/** The world on show: the last statement waits for the reader's guess. */
const shown = (state: GraphState): World => (state.guess === 'none' ? before(state.make) : after(state));

function reason(state: GraphState): string {
  const world = before(state.make);
  const list = target(world, state);
  if (list === undefined) return `只移动了名字 ${subject(state.make)} 的箭头，没有改任何列表`;
  const ways = at(routes(world), list);
  return `被改的列表${ways.length === 1 ? `只有 ${ways.join('')} 通到` : `，${ways.join('、')} 都通到`}`;
}

export function tell(state: GraphState): string {
  const world = shown(state);
  const values = world.names.map(([name, place]) => `${name} 是 ${show(world, place)}`).join('，');
  if (state.guess === 'none') return `现在 ${values}。下一句是 ${statement(state)}：${question(state)}？`;
  const truth = spreads(state);
  return `${(state.guess === 'yes') === truth ? '猜对了' : '没猜对'}，${truth ? '会' : '不会'}：${reason(state)}。现在 ${values}。`;
}

const slotHeight = 32;
const slotWidth = 42;
const left = { 1: 94, 2: 212, 3: 338 } as const;
const gap = { 1: 30, 2: 20, 3: 10 } as const;

const heightOf = (thing: Thing): number => (thing.level === 3 ? slotHeight : Math.max(1, thing.slots.length) * slotHeight);

/** Tops of all objects, each column in the middle of the given height. */
function tops({ things }: World, top: number, height: number): number[] {
  const places = things.map(() => 0);
  for (const level of [1, 2, 3] as const) {
    const column = things.flatMap((thing, place) => (thing.level === level ? [place] : []));
    let y = top + (height - columnHeight(things, level)) / 2;
    for (const place of column) {
      places[place] = y;
      y += heightOf(at(things, place)) + gap[level];
    }
  }
  return places;
}

function columnHeight(things: readonly Thing[], level: 1 | 2 | 3): number {
  const column = things.filter((thing) => thing.level === level);
  return column.reduce((total, thing) => total + heightOf(thing) + gap[level], -gap[level]);
}

const boardHeight = ({ things }: World): number => Math.max(...([1, 2, 3] as const).map((level) => columnHeight(things, level)));

function board(state: GraphState, top: number, height: number): string {
  const world = shown(state);
  const { things, names } = world;
  const [ys, ways, name] = [tops(world, top, height), routes(world), subject(state.make)];
  const changed = target(before(state.make), state);
  const row = state.path.at(-1);
  const isTarget = (place: number, slot: number): boolean => place === changed && slot === row;
  const arrows: string[] = [];
  const pressable: string[] = [];
  const rows = { 1: 0, 2: 0 };

  const boxes = things.map((thing, place) => {
    const [y, x, many] = [at(ys, place), left[thing.level], at(ways, place).length];
    const lost = many === 0;
    const frame = { x, width: slotWidth, 'stroke-dasharray': lost ? '4 4' : undefined };
    if (thing.level === 3) {
      return element('g', lost ? { opacity: 0.5 } : {},
        element('rect', { ...frame, y, height: slotHeight, rx: 6, class: 'fig-cell fig-value', 'fill-opacity': 0.25 }),
        text(thing.words, x + slotWidth / 2, y + slotHeight / 2, { className: 'fig-text fig-mono', size: 14 }));
    }
    const shared = many > 1;
    const { level } = thing;
    const badge = lost ? '走不到了' : shared ? `${many} 条路通到` : '';
    const slots = thing.slots.map((to, slot) => {
      const middle = y + (slot + 0.5) * slotHeight;
      const ring = isTarget(place, slot);
      arrows.push(element('g', lost ? { opacity: 0.35 } : {},
        arrow(x + slotWidth - 8, middle, left[at(things, to).level === 3 ? 3 : 2] - 3, at(ys, to) + heightOf(at(things, to)) / 2, ring ? 'fig-arrow fig-thick' : 'fig-arrow')));
      const cell = element('rect', { ...frame, y: middle - slotHeight / 2, height: slotHeight, class: `fig-cell ${shared ? 'fig-score' : 'fig-key'}`, 'fill-opacity': shared ? 0.45 : 0.16 }) +
        text(`[${slot}]`, x + 15, middle, { className: 'fig-text fig-mono', size: 12 }) +
        (ring ? element('rect', { x, y: middle - slotHeight / 2, width: slotWidth, height: slotHeight, class: 'fig-ring' }) : '');
      const way = at(ways, place).find((words) => words.startsWith(name));
      if (way === undefined) return cell;
      const path = [...`${way}[${slot}]`.matchAll(/\d/g)].join(',');
      const label = `改 ${way}[${slot}]`;
      pressable.push(element('g', acting(`slot:${path}`, { label, cell: [rows[level], level - 1], pressed: ring, current: ring }), cell));
      rows[level] += 1;
      return '';
    });
    return element('g', lost ? { opacity: 0.5 } : {},
      badge === '' ? '' : text(badge, x + slotWidth / 2, y - 9, { className: 'fig-muted', size: 12 }),
      thing.slots.length > 0 ? '' : element('rect', { ...frame, y, height: slotHeight, class: 'fig-cell fig-key', 'fill-opacity': 0.16 }) +
        text('[]', x + slotWidth / 2, y + slotHeight / 2, { className: 'fig-text fig-mono', size: 14 }),
      ...slots);
  });

  const labels = names.map(([label, to], i) => {
    const middle = names.length === 1 ? at(ys, to) + heightOf(at(things, to)) / 2 : top + height * (0.25 + 0.5 * i);
    return element('rect', { x: 6, y: middle - 16, width: 36, height: 32, rx: 16, class: 'fig-cell fig-query', 'fill-opacity': 0.2 }) +
      text(label, 24, middle, { className: 'fig-text fig-mono', size: 15 }) +
      arrow(43, middle, left[1] - 3, at(ys, to) + heightOf(at(things, to)) / 2, label === name && row === undefined ? 'fig-arrow fig-thick' : 'fig-arrow');
  });
  return boxes.join('') + cells('可以改的格子', pressable) + labels.join('') + arrows.join('');
}

/** The statements, then names, lists and elements from left to right. The height is the same before and after, so nothing jumps. */
export function drawObjectGraph(state: GraphState): string {
  const waits = state.guess === 'none';
  const lines = [...(isGrid(state.make) ? [] : ["a = [['白', '日'], ['黄', '河']]"]), source[state.make], statement(state)];
  const program = lines.map((line, i) => {
    const last = i === lines.length - 1;
    return text(last ? (waits ? '?' : '▸') : '', 14, 16 + i * 24, { className: 'fig-strong', size: 14 }) +
      text(line, 28, 16 + i * 24, { anchor: 'start', className: last && waits ? 'fig-muted fig-mono' : 'fig-text fig-mono', size: 14 });
  });
  const top = 16 + lines.length * 24 + 36;
  const height = Math.max(boardHeight(before(state.make)), boardHeight(after(state)));
  const heads = [['名字', 24], ['外层列表', left[1] + slotWidth / 2], ['内层列表', left[2] + slotWidth / 2], ['元素', left[3] + slotWidth / 2]] as const;
  return drawing(
    { id: 'object-graph', width: 400, height: top + height + 8, title: '名字、列表和元素之间的箭头', description: tell(state) },
    ...program,
    ...heads.map(([words, x]) => text(words, x, top - 34, { className: 'fig-muted', size: 13 })),
    board(state, top, height),
  );
}
