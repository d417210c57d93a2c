import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { deeds, dummy, film, keysOf, unused, type Frame, type SlotsState } from './model.ts';

export const frames = rememberLast(film, (program) => program);

/** The step that is on show: a shorter program ends earlier. */
export const shownStep = ({ program, step }: SlotsState): number => Math.min(step, frames(program).length - 1);

/** A deed as Python writes it. */
export function deedWords(program: string, deed: number): string {
  const todo = deeds(program)?.[deed];
  return todo === undefined ? '开始之前' : todo.remove ? `del d[${todo.key}]` : `d[${todo.key}] = …`;
}

export function tell(state: SlotsState): string {
  const frame = at(frames(state.program), shownStep(state));
  const way = frame.path.length > 1 ? `走过的槽：${frame.path.join('、')}。` : '';
  return `${deedWords(state.program, frame.deed)}：${frame.said}。${way}list(d) = [${keysOf(frame).join(', ')}]。`;
}

const left = 20;
const row = 120;
const height = 34;
const mono = 'fig-text fig-mono';

function table({ slots, path, entries }: Frame): string {
  const width = 400 / slots.length;
  const middle = (slot: number): number => left + (slot + 0.5) * width;
  const squares = slots.map((held, slot) => {
    const x = left + slot * width;
    const words = held === unused ? '' : held === dummy ? '×' : String(held);
    return element('rect', { x, y: row, width, height, class: `fig-cell ${held === unused ? 'fig-surface' : held === dummy ? 'fig-blocked' : 'fig-key'}`, 'fill-opacity': 0.25 })
      + text(words, middle(slot), row + height / 2, { className: mono, size: 15 })
      + text(String(slot), middle(slot), row + height + 12, { className: 'fig-muted fig-mono', size: 12 });
  });
  const arcs = path.slice(1).map((slot, i) => {
    const [from, to] = [middle(at(path, i)), middle(slot)];
    const last = i === path.length - 2;
    const lift = row - 8 - Math.max(16, Math.abs(to - from) * 0.3);
    return element('path', { class: `fig-arrow${last ? ' fig-thick' : ''}`, d: `M${from},${row - 3}Q${(from + to) / 2},${lift} ${to},${row - 3}l-4,-7m4,7l5,-6` });
  });
  const now = path.at(-1);
  const ring = now === undefined ? '' : element('rect', { x: left + now * width, y: row, width, height, class: 'fig-ring' });
  return text('槽：存条目的编号', left, 44, { anchor: 'start', className: 'fig-strong', size: 13 })
    + squares.join('') + arcs.join('') + ring
    + text(`${entries.length} 个条目，${slots.length} 个槽`, 420, 44, { anchor: 'end', className: 'fig-muted', size: 12 });
}

function list({ entries, slots, path }: Frame): string {
  const now = path.at(-1);
  const looked = now === undefined ? unused : at(slots, now);
  const heads = text('条目：按插入的先后', left, 192, { anchor: 'start', className: 'fig-strong', size: 13 })
    + ['编号', '散列值', '键'].map((words, i) => text(words, 75 + i * 110 + (i === 2 ? 10 : 0), 214, { className: 'fig-muted', size: 12 })).join('');
  return heads + entries.map((key, entry) => {
    const y = 226 + entry * 26;
    const words = key === null ? '（空）' : String(key);
    return [0, 1, 2].map((column) => element('rect', { x: left + column * 110, y, width: column === 2 ? 130 : 110, height: 26, class: `fig-cell ${column === 0 ? 'fig-key' : 'fig-value'}`, 'fill-opacity': key === null ? 0.05 : 0.18 })).join('')
      + text(String(entry), 75, y + 13, { className: mono, size: 14 })
      + text(words, 185, y + 13, { className: key === null ? 'fig-muted' : mono, size: 14 })
      + text(words, 305, y + 13, { className: key === null ? 'fig-muted' : mono, size: 14 })
      + (entry === looked ? element('rect', { x: left, y, width: 350, height: 26, class: 'fig-ring' }) : '');
  }).join('');
}

/** The slots with the way of the present key, and the entries below. As high as the fullest frame, so nothing jumps. */
export function drawDictSlots(state: SlotsState): string {
  const all = frames(state.program);
  const frame = at(all, shownStep(state));
  const rows = Math.max(1, ...all.map(({ entries }) => entries.length));
  return drawing(
    { id: 'dict-slots', width: 440, height: 238 + rows * 26, title: '字典里的槽和条目', description: tell(state) },
    text(deedWords(state.program, frame.deed), left, 18, { anchor: 'start', className: 'fig-strong fig-mono', size: 15 }),
    table(frame),
    list(frame),
  );
}
