import { rememberLast } from '../kit/memo.ts';
import { at, range } from '../kit/numbers.ts';
import { arrow, drawing, element, text } from '../kit/svg.ts';
import { code, film, peg, type Call, type Frame, type StackState } from './model.ts';

export const frames = rememberLast(film, ({ program, n }) => `${program} ${n}`);

export const shownStep = (state: StackState): number => Math.min(state.step, frames(state).length - 1);
const shownFrame = (state: StackState): Frame => at(frames(state), shownStep(state));

const start = ({ program, n }: StackState): string =>
  (program === 'hanoi' ? `hanoi(${n}, "A", "B", "C")` : `${program === 'factorial' ? program : 'fib'}(${n})`);

const localWords = ({ locals }: Call): string => locals.map(([name, value]) => `${name}=${value}`).join(' ');
const short = ({ name, locals }: Call): string => `${name}(${locals[0]?.[1] ?? ''})`;

/** What happened in this frame. */
export function happened(state: StackState, { stack, event, value, moves }: Frame): string {
  const top = stack.at(-1);
  const move = moves.at(-1);
  if (event === 'call' && top) return `调用 ${short(top)}，压入一帧`;
  if (event === 'return' && top) return `${short(top)} 返回 ${value}，这一帧将弹出`;
  if (event === 'move' && move) return `${move[0]} 号盘 ${move[1]} → ${move[2]}`;
  return event === 'start' ? `还没有调用 ${start(state)}` : `${start(state)} 的结果是 ${value}`;
}

export function tell(state: StackState): string {
  const frame = shownFrame(state);
  return `${happened(state, frame)}。栈上 ${frame.stack.length} 帧，共调用 ${frame.calls} 次，最深 ${frame.deepest} 帧${state.program === 'hanoi' ? `，搬了 ${frame.moves.length} 步` : ''}。`;
}

const pitch = 34;
const area = 160;

function source({ program }: StackState, { stack, event }: Frame): string {
  const line = stack.at(-1)?.line ?? -1;
  return code[program].map((words, i) =>
    (i === line ? element('rect', { x: 6, y: 10 + i * 20, width: 282, height: 20, rx: 4, class: event === 'return' ? 'fig-accent' : 'fig-key', 'fill-opacity': 0.2 }) : '') +
    // SVG drops leading spaces.
    text(words.trim(), 12 + words.search(/\S/) * 7.8, 20 + i * 20, { anchor: 'start', className: 'fig-text fig-mono', size: 13 })).join('');
}

function pegs(n: number, { moves }: Frame): string {
  return ['A', 'B', 'C'].map((name, i) => {
    const x = 318 + i * 40;
    const discs = peg(name, n, moves).map((disc, height) =>
      element('rect', { x: x - 3 - disc * 3.6, y: 126 - height * 12, width: 6 + disc * 7.2, height: 11, rx: 4, class: 'fig-cell fig-query', 'fill-opacity': 0.35 }));
    return element('path', { class: 'fig-line', d: `M${x},84V138M${x - 18},138H${x + 18}` }) + discs.join('') + text(name, x, 150, { className: 'fig-muted', size: 12 });
  }).join('');
}

function side(state: StackState, frame: Frame): string {
  const lines = [`调用 ${frame.calls} 次`, `栈上 ${frame.stack.length} 帧`, `最深 ${frame.deepest} 帧`];
  const counts = state.program === 'fibonacci' ? frame.counts.map((times, n) => `fib(${n}) ×${times}`) : [];
  return lines.map((words, i) => text(words, 300, 18 + i * 18, { anchor: 'start', size: 13 })).join('') +
    counts.map((words, i) => text(words, 300, 76 + i * 16, { anchor: 'start', className: 'fig-muted fig-mono', size: 12 })).join('') +
    (state.program === 'hanoi' ? pegs(state.n, frame) : '');
}

/** The code with the current line, the counters, and the stack: the module below, the newest call on top. */
export function drawCallStack(state: StackState): string {
  const frame = shownFrame(state);
  const slots = at(frames(state), frames(state).length - 1).deepest + 1;
  const floor = area + slots * pitch;
  const y = (level: number): number => floor - (level + 1) * pitch + 4;
  const last = frame.stack.length;
  const box = (level: number, name: string, locals: string, tone: string): string =>
    element('rect', { x: 6, y: y(level), width: 288, height: 30, rx: 5, class: `fig-cell ${tone}`, 'fill-opacity': level === 0 ? 0.1 : 0.22 }) +
    text(name, 12, y(level) + 15, { anchor: 'start', className: 'fig-strong fig-mono', size: 13 }) +
    text(locals, 288, y(level) + 15, { anchor: 'end', className: 'fig-text fig-mono', size: 12 });
  const calls = frame.stack.map((call, i) =>
    box(i + 1, call.name, localWords(call), i + 1 === last ? (frame.event === 'return' ? 'fig-accent' : 'fig-query') : 'fig-surface'));
  const returning = frame.event === 'return'
    ? text(`返回 ${frame.value}`, 300, y(last) + 15, { anchor: 'start', className: 'fig-strong', size: 14 }) + arrow(330, y(last) + 27, 296, y(last - 1) + 17)
    : text('← 栈顶', 300, y(last) + 15, { anchor: 'start', className: 'fig-muted', size: 12 });
  return drawing(
    { id: 'call-stack', width: 420, height: floor + 6, title: `${start(state)} 的调用栈`, description: tell(state) },
    source(state, frame),
    side(state, frame),
    ...range(slots).slice(last + 1).map((level) => element('rect', { x: 6, y: y(level), width: 288, height: 30, rx: 5, class: 'fig-line', fill: 'none', 'stroke-dasharray': '3 4' })),
    box(0, '模块', frame.event === 'end' ? `${start(state)} → ${frame.value}` : start(state), 'fig-value'),
    ...calls,
    returning,
  );
}
