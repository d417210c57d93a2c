import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { acting, drawing, element, text } from '../kit/svg.ts';
import { film, mayCancel, names, work, type Frame, type LoopState, type Span } from './model.ts';

export const movie = rememberLast(film, ({ block, victim, when }) => `${block} ${victim} ${when}`);
export const shownStep = (state: LoopState): number => Math.min(state.step, movie(state).frames.length - 1);
export const frameAt = (state: LoopState, step = shownStep(state)): Frame => at(movie(state).frames, step);

const list = (tasks: readonly number[]): string => tasks.map((task) => at(names, task)).join('、');

export function eventWords({ event, tasks, ready }: Frame): string {
  const who = list(tasks);
  if (event === 'start') return '三个任务都在就绪队列';
  if (event === 'collect') return `等到了：${who}进就绪队列`;
  if (event === 'take') return `轮到${who}运行`;
  if (event === 'leave') return `${who} await，让出线程`;
  if (event === 'end') return `${who}完成`;
  return event === 'cancel' ? `取消${who}：${ready.length > 1 ? '排到就绪队列末尾' : '进就绪队列'}，等着收 CancelledError` : `${who}收尾完毕，已取消`;
}

export function tell(state: LoopState): string {
  const frame = frameAt(state);
  const late = frame.io.some(() => frame.now >= work.arrival) || frame.timers.some(({ due }) => due <= frame.now);
  return `${frame.now} 毫秒：${eventWords(frame)}。${late ? '有的已经等到，却没有人来看。' : ''}全部结束在 ${movie(state).total} 毫秒`
    + (state.block > 0 ? `，${at(names, state.block - 1)}的 time.sleep(${work.blocked}) 冻结了所有人。` : '。');
}

const left = { anchor: 'start' } as const;
const small = { className: 'fig-muted', size: 12.5 } as const;
const tones = ['fig-query', 'fig-key', 'fig-value'] as const;
const areas = [['就绪队列', 8], ['计时堆', 138], ['等 I/O', 268]] as const;

function chip(state: LoopState, frame: Frame, task: number, words: string, x: number, y: number): string {
  const name = at(names, task);
  const body = element('rect', { x, y, width: 108, height: 30, rx: 6, class: `fig-cell ${at(tones, task)}`, 'fill-opacity': 0.3 })
    + text(name, x + 18, y + 15, { className: 'fig-strong', size: 15 })
    + text(words, x + 68, y + 15, { size: 13 });
  return mayCancel(frame, state, task) ? element('g', acting(`cancel:${task}`, { label: `取消任务${name}` }), body) : element('g', {}, body);
}

function drawAreas(state: LoopState, frame: Frame): string {
  const { now } = frame;
  const groups = [
    frame.ready.map((task) => [task, frame.event === 'cancel' && frame.tasks.includes(task) ? '要取消' : '可以跑'] as const),
    frame.timers.map(({ task, due }) => [task, due <= now ? `${due} 已过` : `到 ${due}`] as const),
    frame.io.map((task) => [task, now >= work.arrival ? '数据已到' : '等数据'] as const),
  ];
  return areas.map(([title, x], i) =>
    element('rect', { x, y: 88, width: 124, height: 136, rx: 8, class: 'fig-cell fig-surface', 'fill-opacity': 0.5 })
    + text(title, x + 62, 102, { size: 13 })
    + (at(groups, i).length === 0 ? text('空', x + 62, 160, small) : at(groups, i).map(([task, words], row) =>
      chip(state, frame, task, words, x + 8, 116 + row * 35)).join(''))).join('');
}

const scale = 336 / 185;
const place = (time: number): number => 40 + time * scale;
const looks = {
  run: ['fig-value', 20, 0.7], block: ['fig-blocked', 20, 0.9], cleanup: ['fig-score', 20, 0.7], wait: ['fig-key', 4, 0.6], late: ['fig-score', 9, 0.6],
} as const;

function bar({ kind, from, to }: Pick<Span, 'kind' | 'from' | 'to'>, middle: number, now: number): string {
  const [tone, height, strength] = looks[kind];
  const piece = (a: number, b: number, share: number): string => (b <= a ? '' : element('rect', {
    x: place(a), y: middle - height / 2, width: (b - a) * scale, height, class: `fig-cell ${tone}`, 'fill-opacity': strength * share,
  }));
  return piece(from, Math.min(to, now), 1) + piece(Math.max(from, now), to, 0.2);
}

/** Clock and thread above, the three areas, then everybody's past (strong) and future (faint) on one axis. */
export function drawEventLoop(state: LoopState): string {
  const frame = frameAt(state);
  const { spans, total } = movie(state);
  const { now, running, over } = frame;
  const middle = (task: number): number => 290 + task * 27;
  const ended = over.map(({ task, cancelled }) => `${at(names, task)}${cancelled ? '（取消）' : ''}`).join('、');
  const legend = [['run', '运行'], ['wait', '在等'], ['late', '能跑，没轮到'], ['block', '阻塞']] as const;
  return drawing(
    { id: 'event-loop', width: 400, height: 412, title: '事件循环：就绪队列、计时堆、等 I/O', description: tell(state) },
    text(`时钟 ${now} 毫秒`, 8, 18, { ...left, className: 'fig-strong', size: 18 }),
    text(`全部结束在 ${total} 毫秒`, 392, 18, { anchor: 'end', size: 13 }),
    element('rect', { x: 8, y: 38, width: 384, height: 40, rx: 8, class: `fig-cell ${running < 0 ? 'fig-surface' : at(tones, running)}`, 'fill-opacity': 0.3 }),
    text('唯一的线程', 18, 58, { ...left, ...small }),
    text(running < 0 ? '没有任务在运行' : `${at(names, running)} 在运行`, 200, 58, { className: running < 0 ? 'fig-muted' : 'fig-strong', size: 15 }),
    drawAreas(state, frame),
    text(`已结束：${ended === '' ? '还没有' : ended}`, 8, 240, { ...left, size: 13 }),
    ...legend.map(([kind, words], i) => {
      const [tone, height, strength] = looks[kind];
      const x = at([8, 84, 160, 290], i);
      return element('rect', { x, y: 261 - height / 2, width: 18, height, class: `fig-cell ${tone}`, 'fill-opacity': strength }) + text(words, x + 24, 261, { ...left, size: 12 });
    }),
    ...names.map((name, task) => text(name, 22, middle(task), { size: 14 })),
    ...spans.map((span) => bar(span, middle(span.task), now)),
    element('line', { x1: place(now), y1: 274, x2: place(now), y2: 360, class: 'fig-curve' }),
    ...[0, 40, 80, 120, 160].map((time) => text(String(time), place(time), 372, small)),
    text('毫秒', 392, 372, { anchor: 'end', ...small }),
    text(mayCancelAny(state, frame) ? '按三个区里的任务，可以取消它' : eventWords(frame), 200, 398, small),
  );
}

const mayCancelAny = (state: LoopState, frame: Frame): boolean => names.some((_name, task) => mayCancel(frame, state, task));
