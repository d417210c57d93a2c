import { button, row, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { range } from '../kit/numbers.ts';
import { integer, listOf, record } from '../kit/parse.ts';
import { initialState, longest, segments, simulate, type TimelineState } from './model.ts';
import { drawTcpTimeline, tell } from './view.ts';

const end = (state: TimelineState): number => simulate(state).end;

export const figure = defineFigure<TimelineState>({
  name: 'tcp-timeline',
  title: '丢包与重传的时空图',
  chapter: 'cs/net/transport-layer',
  initial: initialState,
  parse: record<TimelineState>({
    window: integer(1, segments), lost: listOf(integer(0, segments - 1), 0, segments), step: integer(0, longest),
  }),
  view: drawTcpTimeline,
  controls: ({ window, lost }) =>
    slider({ act: 'window', label: '窗口', min: 1, max: segments, value: window }) +
    row('第一次发就丢', ...range(segments).map((number) =>
      button({ act: `lose:${number}`, label: `段 ${number + 1}`, pressed: lost.includes(number) }))),
  update(state, { name, at: [number = 0], value }) {
    if (name === 'window') return { ...state, window: Number(value), step: longest };
    if (name !== 'lose') return state;
    const lost = state.lost.includes(number) ? state.lost.filter((other) => other !== number) : [...state.lost, number];
    return { ...state, lost, step: longest };
  },
  announce: tell,
  player: {
    count: (state) => end(state) + 1,
    step: (state) => Math.min(state.step, end(state)),
    go: (state, step) => ({ ...state, step }),
    name: (_state, step) => `第 ${step} 拍`,
  },
});
