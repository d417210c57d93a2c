import { choice, stepper } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { initialState, names, populations, repeats, sizes, type CltLabState } from './model.ts';
import { drawCltLab, tell } from './view.ts';

const numbers = (list: readonly number[]): (readonly [number, string])[] => list.map((value) => [value, String(value)] as const);

export const figure = defineFigure<CltLabState>({
  name: 'clt-lab',
  title: '抽样实验室',
  chapter: 'data/numpy/random-and-statistics',
  initial: initialState,
  parse: record<CltLabState>({ population: oneOf(...names), n: oneOf(...sizes), times: oneOf(...repeats), seed: integer(0, 9999) }),
  view: drawCltLab,
  controls: ({ population, n, times, seed }) =>
    choice({ act: 'population', label: '总体', options: names.map((name) => [name, populations[name].words] as const), value: population }) +
    choice({ act: 'n', label: '每次取几个', options: numbers(sizes), value: n }) +
    choice({ act: 'times', label: '重复几次', options: numbers(repeats), value: times }) +
    stepper({ act: 'seed', label: '种子', value: seed, min: 0, max: 9999 }),
  update(state, { name, value }) {
    if (name === 'population') {
      const population = names.find((known) => known === value) ?? state.population;
      // A bootstrap sample is as large as the sample in hand.
      return { ...state, population, n: population === 'sample' ? 12 : state.n };
    }
    if (name === 'n') return { ...state, n: sizes.find((size) => size === Number(value)) ?? state.n };
    if (name === 'times') return { ...state, times: repeats.find((many) => many === Number(value)) ?? state.times };
    return name === 'seed' ? { ...state, seed: Number(value) } : state;
  },
  announce: tell,
});
