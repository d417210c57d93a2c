import { rememberLast } from '../kit/memo.ts';
import { range } from '../kit/numbers.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { bound, limits, oneByOne, schedule, serial, type Kind, type LanesState, type Segment } from './model.ts';

const plan = rememberLast(schedule, (state) => JSON.stringify(state));
const curve = rememberLast(
  (state: LanesState) => range(limits.workers).map((i) => schedule({ ...state, workers: i + 1 }).speedup),
  ({ mode, io, cores }) => `${mode} ${io} ${cores}`,
);

export const words = { gil: '线程（有 GIL）', process: '进程', free: '自由线程' } as const;
const times = (value: number): string => value.toFixed(2);
const ms = (value: number): string => String(Math.round(value * 10) / 10);

export function tell(state: LanesState): string {
  const { total, speedup, idle } = plan(state);
  const unit = state.mode === 'process' ? '进程' : '线程';
  return `${state.workers} 个${unit}，读占 ${state.io}%：共 ${ms(total)} 毫秒，串行要 ${serial} 毫秒，加速比 ${times(speedup)}，上界 ${times(bound(state))}。`
    + (state.mode === 'gil' ? `令牌空闲 ${ms(idle)} 毫秒；只能一个一个做的部分占 ${(oneByOne(state) * 100).toFixed(1)}%。` : '');
}

const tones = { start: 'fig-score', read: 'fig-key', run: 'fig-value', wait: 'fig-blocked', merge: 'fig-output' } as const;
/** Share of the lane's height, so that kinds differ without colour. */
const heights = { start: 0.5, read: 0.5, run: 0.84, wait: 0.12, merge: 0.84 } as const;
const strengths = { start: 0.4, read: 0.35, run: 0.7, wait: 0.9, merge: 0.6 } as const;

const left = 58;
const scale = 340 / 480;
const place = (time: number): number => left + time * scale;
const small = { className: 'fig-muted', size: 12 } as const;

function block(kind: Kind, x: number, middle: number, width: number, lane: number): string {
  const height = lane * heights[kind];
  return element('rect', { x, y: middle - height / 2, width, height, class: `fig-cell ${tones[kind]}`, 'fill-opacity': strengths[kind] });
}

function drawSegment({ kind, shard, from, to }: Segment, middle: number, lane: number): string {
  const width = (to - from) * scale;
  const name = kind === 'read' || (kind === 'run' && to - from >= 20) ? String(shard) : '';
  return block(kind, place(from), middle, width, lane)
    + (name === '' || width < 10 ? '' : text(name, place(from) + width / 2, middle, { size: 12 }));
}

/** Lanes over time, the token below them; then speed-up against the number of workers, with its ceiling. */
export function drawThreadLanes(state: LanesState): string {
  const { segments, total, speedup } = plan(state);
  const lane = Math.min(30, 180 / (state.workers + 1));
  const middle = (index: number): number => 44 + (index + 0.5) * lane;
  const name = state.mode === 'process' ? '进程' : '线程';
  const floor = 44 + (state.workers + 1) * lane;
  const running = segments.filter(({ kind }) => kind === 'run');
  const axis = [0, 100, 200, 300, 400].map((time) =>
    text(String(time), place(time), 30, small) + element('line', { x1: place(time), y1: 38, x2: place(time), y2: floor + 26, class: 'fig-line' }));
  const token = state.mode === 'gil'
    ? text('GIL', left - 8, floor + 14, { anchor: 'end', size: 12 })
      + [...running, ...segments.filter(({ kind }) => kind === 'merge')].map(({ from, to }) =>
        element('rect', { x: place(from), y: floor + 7, width: (to - from) * scale, height: 14, class: 'fig-cell fig-accent', 'fill-opacity': 0.5 })).join('')
    : text(state.mode === 'process' ? `每个进程各有一把 GIL，${state.cores} 个核` : `没有 GIL，${state.cores} 个核`, left, floor + 14, { anchor: 'start', ...small });
  const legend = (['read', 'wait', 'run', 'merge', ...(state.mode === 'process' ? ['start' as const] : [])] as const).map((kind, i) =>
    block(kind, 14 + i * 78, 14, 16, 20) + text({ read: '读', wait: state.mode === 'gil' ? '等令牌' : '等核', run: '算', merge: '合并', start: '启动' }[kind], 34 + i * 78, 14, { anchor: 'start', size: 12 }));
  const [base, unit] = [392, 17.5];
  const columns = curve(state).flatMap((value, i) => {
    const x = left + 8 + i * 42;
    const top = base - bound({ ...state, workers: i + 1 }) * unit;
    const here = i + 1 === state.workers;
    return [
      element('rect', { x, y: base - value * unit, width: 26, height: value * unit, class: `fig-cell ${here ? 'fig-accent' : 'fig-value'}`, 'fill-opacity': here ? 0.7 : 0.3 }),
      element('line', { x1: x - 6, y1: top, x2: x + 32, y2: top, class: 'fig-curve is-query' }),
      text(String(i + 1), x + 13, base + 12, { className: here ? 'fig-strong' : 'fig-muted', size: 12 }),
    ];
  });
  return drawing(
    { id: 'thread-lanes', width: 410, height: 420, title: `八个分卷，${words[state.mode]}`, description: tell(state) },
    ...legend, ...axis,
    ...range(state.workers).map((i) => text(`${name} ${i + 1}`, left - 8, middle(i), { anchor: 'end', size: 12 })),
    text('主线程', left - 8, middle(state.workers), { anchor: 'end', size: 12 }),
    ...segments.map((segment) => drawSegment(segment, middle(segment.lane), lane)),
    token,
    text(`${ms(total)} 毫秒，加速 ${times(speedup)} 倍`, left, 266, { anchor: 'start', className: 'fig-strong', size: 14 }),
    text(`横线：上界 ${times(bound(state))}`, 398, 266, { anchor: 'end', size: 12 }),
    text('加速比', left - 8, base - unit * 3, { anchor: 'end', ...small }),
    text(`${name}数`, left - 8, base + 12, { anchor: 'end', ...small }),
    element('line', { x1: left, y1: base, x2: 398, y2: base, class: 'fig-line' }),
    ...columns,
  );
}
