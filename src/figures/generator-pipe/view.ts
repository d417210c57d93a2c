import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { arrow, drawing, element, text } from '../kit/svg.ts';
import { film, rows, stages, type Frame, type Lane, type PipeState } from './model.ts';

export const frames = rememberLast(film, ({ mode, count, size }) => `${mode} ${count} ${size}`);
const eager = rememberLast((state: PipeState) => at(film({ ...state, mode: 'list' }), 4).items, ({ count }) => String(count));

/** The step that is on show: a shorter film ends earlier. */
export const shownStep = (state: PipeState): number => Math.min(state.step, frames(state).length - 1);

export function eventWords({ event, stage, value }: Frame): string {
  const name = at(stages, stage);
  if (event === 'start') return '还没有开始';
  if (event === 'pull') return `next(${name}) 唤醒 ${name}`;
  if (event === 'stop') return `${name} 结束，抛出 StopIteration`;
  return event === 'give' ? `${name} 交出 ${value.join(' ')}` : `${name} 那一级的列表建好`;
}

export function tell(state: PipeState): string {
  const step = shownStep(state);
  const frame = at(frames(state), step);
  const total = eager(state);
  return state.mode === 'lazy'
    ? `第 ${step} 步：${eventWords(frame)}。此刻内存里 ${frame.items} 项，列表版要 ${total} 项；已经拿到 ${frame.batches} 批。`
    : `第 ${step} 步：${eventWords(frame)}。内存里 ${frame.items} 项，${frame.batches === 0 ? '一批也还没有拿到' : `这时才有第一批，共 ${frame.batches} 批`}。`;
}

function laneWords({ status, line, held }: Lane, lazy: boolean): string {
  if (!lazy) return status === 'created' ? '还没有' : `列表，${held.length} 项`;
  if (status === 'waiting') return `第 ${line} 行，等上游`;
  return status === 'suspended' ? `第 ${line} 行 yield，挂起` : { created: '未开始', running: '运行中', closed: '已结束' }[status];
}

const tones = { created: 'fig-blocked', running: 'fig-accent', waiting: 'fig-score', suspended: 'fig-key', closed: 'fig-blocked' } as const;
const shares = { created: 0.12, running: 0.3, waiting: 0.2, suspended: 0.2, closed: 0.12 } as const;
const left = { anchor: 'start' } as const;
const small = { ...left, className: 'fig-muted', size: 12.5 } as const;
const laneTop = (stage: number): number => 34 + stage * 88;

function drawLane(lane: Lane, stage: number, lazy: boolean): string {
  const y = laneTop(stage);
  const tone = lazy ? tones[lane.status] : lane.held.length > 0 ? 'fig-value' : 'fig-blocked';
  const squares = lane.held.map((_item, i) => element('rect', { x: 18 + i * 15, y: y + 36, width: 12, height: 16, class: 'fig-cell fig-value', 'fill-opacity': 0.6 }));
  return element('rect', { x: 8, y, width: 384, height: 60, rx: 8, class: `fig-cell ${tone}`, 'fill-opacity': lazy ? shares[lane.status] : 0.14 })
    + text(at(stages, stage), 18, y + 18, { ...left, className: 'fig-text fig-mono', size: 14 })
    + text(laneWords(lane, lazy), 382, y + 18, { anchor: 'end', className: 'fig-muted', size: 13 })
    + (lazy ? text(lane.held.length === 0 ? '手里没有东西' : lane.held.join(' '), 18, y + 44, lane.held.length === 0 ? small : { ...left, size: 14 }) : squares.join(''));
}

/** Below each stage: a pull that is on its way up, or a value on its way down. */
function drawGap(frame: Frame, stage: number): string {
  const [top, bottom] = [laneTop(stage) + 62, laneTop(stage) + 86];
  const here = frame.stage === stage && frame.event !== 'start';
  const below = frame.lanes[stage + 1];
  const words = { ...left, className: 'fig-strong', size: 13 } as const;
  if (here && frame.event === 'give') return arrow(60, top, 60, bottom, 'fig-arrow fig-thick') + text(frame.value.join(' '), 72, (top + bottom) / 2, words);
  if (here && frame.event === 'stop') return arrow(60, top, 60, bottom, 'fig-arrow fig-thick') + text('StopIteration', 72, (top + bottom) / 2, words);
  if (here && frame.event === 'pull') return arrow(40, bottom, 40, top, 'fig-arrow fig-thick') + text('next()', 72, (top + bottom) / 2, words);
  const asked = below === undefined ? ['running', 'waiting'].includes(at(frame.lanes, stage).status) : below.status === 'waiting';
  return asked ? arrow(40, bottom, 40, top) : '';
}

/** The file above, the reader below, four stages between; then what is in memory, to scale. */
export function drawGeneratorPipe(state: PipeState): string {
  const frame = at(frames(state), shownStep(state));
  const lazy = state.mode === 'lazy';
  const total = eager(state);
  const scale = 240 / eager({ ...state, count: rows.length });
  const bar = (words: string, items: number, y: number, tone: string): string =>
    text(words, 92, y + 9, { anchor: 'end', size: 13 })
    + element('rect', { x: 100, y, width: Math.max(items * scale, 1), height: 18, class: `fig-cell ${tone}`, 'fill-opacity': 0.5 })
    + text(`${items} 项`, 106 + items * scale, y + 9, { ...left, size: 13 });
  return drawing(
    { id: 'generator-pipe', width: 400, height: 478, title: lazy ? '四级生成器管线' : '同样四级，每级先建好整个列表', description: tell(state) },
    text(`上游：文件里 ${state.count} 行诗`, 18, 16, small),
    ...frame.lanes.map((lane, stage) => drawLane(lane, stage, lazy) + (lazy ? drawGap(frame, stage) : stage === frame.stage && frame.event === 'fill' ? element('rect', { x: 8, y: laneTop(stage), width: 384, height: 60, rx: 8, class: 'fig-ring' }) : '')),
    text(`下游：你，拿到 ${frame.batches} 批`, 382, 396, { anchor: 'end', className: 'fig-muted', size: 12.5 }),
    text('内存里的行、句、二元组', 18, 416, small),
    bar('此刻', frame.items, 430, lazy ? 'fig-key' : 'fig-value'),
    bar('列表版', total, 454, 'fig-value'),
  );
}
