import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { arrow, drawing, element, text } from '../kit/svg.ts';
import { film, literal, orphans, statements, typeName, type BoardState, type Frame } from './model.ts';

export const frames = rememberLast(film, (program) => program);

/** The step that is on show: a shorter program ends earlier. */
export const shownStep = ({ program, step }: BoardState): number => Math.min(step, frames(program).length - 1);

export function tell(state: BoardState): string {
  const step = shownStep(state);
  const frame = at(frames(state.program), step);
  const lost = orphans(frame).map((place) => literal(at(frame.things, place).value));
  const head = step === 0 ? '开始之前' : `第 ${step} 句 ${at(statements(state.program), step - 1)}`;
  return `${head}：${frame.said}。${lost.length === 0 ? '' : `没有名字的对象：${lost.join('、')}。`}`;
}

const line = 26;
const gap = 44;

function board(frame: Frame, y: number): string {
  const alone = new Set(orphans(frame));
  const objects = frame.things.map(({ value }, place) => {
    const top = y + place * gap;
    const faint = alone.has(place);
    return element('g', faint ? { opacity: 0.5 } : {},
      element('rect', { x: 218, y: top, width: 136, height: 32, rx: 6, class: 'fig-cell fig-value', 'fill-opacity': faint ? 0.05 : 0.25, 'stroke-dasharray': faint ? '4 4' : undefined }),
      text(literal(value), 286, top + 16, { className: 'fig-text fig-mono', size: 15 }),
      text(typeName(value), 362, top + 16, { anchor: 'start', className: 'fig-muted fig-mono', size: 12 }));
  });
  const labels = [...frame.names].map(([name, place], row) => {
    const top = y + row * gap;
    return element('rect', { x: 12, y: top, width: 84, height: 32, rx: 16, class: 'fig-cell fig-query', 'fill-opacity': 0.2 }) +
      text(name, 54, top + 16, { className: 'fig-text fig-mono', size: 15 }) +
      arrow(98, top + 16, 214, y + place * gap + 16);
  });
  return objects.join('') + labels.join('');
}

/** The program above, names on the left, objects on the right. The height is that of the fullest frame, so nothing jumps. */
export function drawNameBoard(state: BoardState): string {
  const list = frames(state.program);
  const step = shownStep(state);
  const frame = at(list, step);
  const sources = statements(state.program);
  const rows = Math.max(1, ...list.map(({ things, names }) => Math.max(things.length, names.size)));
  const top = 20 + sources.length * line;
  const program = sources.map((source, i) => {
    const middle = 20 + i * line;
    const current = i === step - 1;
    return (current ? element('rect', { x: 6, y: middle - 13, width: 388, height: line, rx: 4, class: frame.failed ? 'fig-accent' : 'fig-key', 'fill-opacity': 0.18 }) : '') +
      text(current ? '▸' : '', 18, middle, { size: 13 }) +
      text(source, 32, middle, { anchor: 'start', className: i < step ? 'fig-text fig-mono' : 'fig-muted fig-mono', size: 15 });
  });
  return drawing(
    { id: 'name-board', width: 400, height: top + 42 + rows * gap, title: '名字和对象', description: tell(state) },
    ...program,
    text('名字', 54, top + 12, { className: 'fig-muted', size: 13 }),
    text('对象', 286, top + 12, { className: 'fig-muted', size: 13 }),
    board(frame, top + 32),
  );
}
