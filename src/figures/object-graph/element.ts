import { button, choice, picker, row } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, oneOf, record } from '../kit/parse.ts';
import { initialState, isGrid, makes, questions, side, source, statement, type GraphState } from './model.ts';
import { drawObjectGraph, question, tell } from './view.ts';

const shape = record<GraphState>({ make: oneOf(...makes), path: listOf(integer(0, 2), 0, 2), guess: oneOf('none', 'yes', 'no') });

/** Asks anew; a path that the other shape lacks becomes its first slot. */
const ask = (make: GraphState['make'], path: readonly number[]): GraphState =>
  ({ make, path: path.length === 0 && isGrid(make) ? [0, 0] : path.map((index) => Math.min(index, side(make) - 1)), guess: 'none' });

export const figure = defineFigure<GraphState>({
  name: 'object-graph',
  title: '复制到了哪一层',
  chapter: 'python/day02-lists-tuples',
  initial: initialState,
  parse(json) {
    const state = shape(json);
    if (state === undefined) return undefined;
    const { make, path } = state;
    return path.some((index) => index >= side(make)) || (path.length === 0 && isGrid(make)) ? undefined : state;
  },
  view: drawObjectGraph,
  controls: (state) => {
    const { make, path, guess } = state;
    const levels = [[2, '内层的一格'], [1, '外层的一格'], [0, '名字本身']] as const;
    return picker({ act: 'make', label: '怎样得到', value: make, options: makes.map((way) => [way, source[way]] as const) }) +
      choice({ act: 'level', label: '改哪里（也可以点图里的格子）', value: path.length, options: isGrid(make) ? levels.slice(0, 2) : levels }) +
      row(`执行 ${statement(state)} 之后，${question(state)}？`,
        button({ act: 'guess:1', label: '会', pressed: guess === 'yes' }), button({ act: 'guess:0', label: '不会', pressed: guess === 'no' })) +
      button({ act: 'next', label: '换一题' });
  },
  update(state, { name, at: places, value }) {
    const { make, path } = state;
    if (name === 'make') return ask(makes.find((way) => way === value) ?? make, path);
    if (name === 'level') return ask(make, [0, 0].slice(0, Number(value)));
    if (name === 'slot') return ask(make, places);
    if (name === 'guess') return { ...state, guess: places[0] === 1 ? 'yes' : 'no' };
    if (name !== 'next') return state;
    const here = questions.findIndex((known) => known.make === make && known.path.length === path.length);
    const next = questions[(here + 1) % questions.length];
    return next === undefined ? state : ask(next.make, next.path);
  },
  announce: tell,
});
