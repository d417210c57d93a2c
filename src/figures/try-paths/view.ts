import { rememberLast } from '../kit/memo.ts';
import { at as item } from '../kit/numbers.ts';
import { arrow, drawing, element, text } from '../kit/svg.ts';
import { at, film, program, type Frame, type PathState, type Pending, type Raised } from './model.ts';

export const frames = rememberLast(film, ({ tried, handler, otherwise, last }) => `${tried} ${handler} ${otherwise} ${last}`);

export const shownStep = (state: PathState): number => Math.min(state.step, frames(state).length - 1);
const shown = (state: PathState): Frame => item(frames(state), shownStep(state));

const words = (pending: Pending): string =>
  (pending.kind === 'return' ? `返回「${pending.value}」` : pending.kind === 'raise' ? `抛出 ${pending.error}` : '无');

/** What happened in this frame. */
export function happened({ line, event, pending, trace }: Frame): string {
  if (event === 'start') return '还没有调用';
  if (event === 'end') return `f() ${words(pending)}`;
  if (event === 'raised') return `第 ${line + 1} 行${words(pending)}`;
  if (event === 'returned') return `第 ${line + 1} 行准备${words(pending)}`;
  if (event === 'discarded') return `第 ${line + 1} 行改为${words(pending)}，原来的待办丢掉`;
  return `${item(trace, trace.length - 1)} 里的第 ${line + 1} 行正常执行`;
}

export function tell(state: PathState): string {
  const frame = shown(state);
  const context = frame.pending.kind === 'raise' && frame.pending.context !== undefined ? `（处理 ${frame.pending.context} 时）` : '';
  return `${happened(frame)}${context}。走过：${frame.trace.join(' → ') || '无'}。`;
}

const pitch = 25;
const y = (line: number): number => 18 + line * pitch;

function source(state: PathState, frame: Frame): string {
  const passed = new Set(frames(state).slice(0, shownStep(state) + 1).map(({ line }) => line));
  const calls: Readonly<Record<number, Raised>> = { [at.tried]: state.tried, [at.handler]: state.handler, [at.otherwise]: state.otherwise };
  return program.map((code, line) => {
    if (line === at.tail && !state.last) return '';
    const now = line === frame.line;
    const error = calls[line] ?? 'none';
    const tone = now && frame.event === 'raised' ? 'fig-accent' : 'fig-key';
    return (passed.has(line) ? element('rect', { x: 4, y: y(line) - 12, width: 226, height: 24, rx: 4, class: tone, 'fill-opacity': now ? 0.4 : 0.14 }) : '') +
      text(String(line + 1), 24, y(line), { anchor: 'end', className: 'fig-muted fig-mono', size: 12 }) +
      // SVG drops leading spaces.
      text(code.trim(), 34 + code.search(/\S/) * 7.4, y(line), { anchor: 'start', className: 'fig-text fig-mono', size: 13 }) +
      (error === 'none' ? '' : text(`抛 ${error}`, 236, y(line), { anchor: 'start', className: passed.has(line) ? 'fig-strong' : 'fig-muted', size: 13 }));
  }).join('');
}

function box(label: string, words: string, top: number, tone: string): string {
  return text(label, 340, top, { anchor: 'start', className: 'fig-muted', size: 13 }) +
    element('rect', { x: 336, y: top + 12, width: 122, height: 34, rx: 6, class: `fig-cell ${tone}`, 'fill-opacity': 0.22 }) +
    text(words, 397, top + 29, { className: 'fig-strong', size: 13 });
}

/** The program with the lines passed, what is pending, and at the end what the caller gets. */
export function drawTryPaths(state: PathState): string {
  const frame = shown(state);
  const { pending, trace, event } = frame;
  const tone = pending.kind === 'raise' ? 'fig-accent' : pending.kind === 'return' ? 'fig-output' : 'fig-surface';
  const parts = trace.map((part, i) => text(part, 346, 168 + i * 32, { anchor: 'start', className: 'fig-text fig-mono', size: 13 }) +
    (i === 0 ? '' : arrow(370, 168 + i * 32 - 23, 370, 168 + i * 32 - 10)));
  return drawing(
    { id: 'try-paths', width: 464, height: 310, title: 'try 语句的路径', description: tell(state) },
    source(state, frame),
    box('待办', event === 'end' ? '无' : words(pending), 16, event === 'end' ? 'fig-surface' : tone),
    box('调用者得到', event === 'end' ? words(pending) : '', 80, event === 'end' ? tone : 'fig-surface'),
    text('走过的部分', 340, 146, { anchor: 'start', className: 'fig-muted', size: 13 }),
    ...parts,
  );
}
