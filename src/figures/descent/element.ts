import { choice, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, real, record } from '../kit/parse.ts';
import { moved, type Point } from '../kit/plane.ts';
import { initialState, rateOf, steps, surfaces, type DescentState } from './model.ts';
import { drawDescent, plane, tell } from './view.ts';

const point = (json: unknown): Point | undefined => {
  const pair = listOf(real(-2, 2), 2, 2)(json);
  return pair === undefined ? undefined : [pair[0] ?? 0, pair[1] ?? 0];
};

export const figure = defineFigure<DescentState>({
  name: 'descent',
  title: '四种优化器同场下山',
  chapter: 'dl/optimization/optimizers',
  initial: initialState,
  parse: record<DescentState>({ surface: integer(0, surfaces.length - 1), start: point, exponent: real(-3, 0.5), step: integer(0, steps) }),
  view: drawDescent,
  controls: (state) =>
    choice({ act: 'surface', label: '曲面', options: surfaces.map(({ name }, i) => [i, name] as const), value: state.surface }) +
    slider({ act: 'exponent', label: '学习率', min: -3, max: 0.5, step: 0.1, value: state.exponent, shown: rateOf(state).toPrecision(2) }),
  update(state, { name, value, move }) {
    if (name === 'surface' || name === 'exponent') return { ...state, [name]: Number(value) };
    return name === 'start' && move !== undefined ? { ...state, start: moved(plane, state.start, move, 0.1) } : state;
  },
  announce: tell,
  player: { count: () => steps + 1, step: ({ step }) => step, go: (state, step) => ({ ...state, step }) },
});
