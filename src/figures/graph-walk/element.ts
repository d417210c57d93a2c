import { button, choice, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { at, replaced } from '../kit/numbers.ts';
import { flag, integer, listOf, oneOf, record } from '../kit/parse.ts';
import { courses, edges, initialState, methods, names, type Method, type WalkState } from './model.ts';
import { drawGraphWalk, frames, shownFrame, tell } from './view.ts';

export const figure = defineFigure<WalkState>({
  name: 'graph-walk',
  title: '走遍一张图',
  chapter: 'cs/ds/graph-traversal',
  initial: initialState,
  parse: record<WalkState>({
    method: oneOf(...methods), start: integer(0, courses.length - 1), present: listOf(flag, edges.length, edges.length), step: integer(0, 60),
  }),
  view: drawGraphWalk,
  controls: ({ method, start, present }) =>
    choice({ act: 'method', label: '算法', options: methods.map((key) => [key, names[key]] as const), value: method }) +
    picker({ act: 'start', label: '起点', options: courses.map((course, index) => [index, course] as const), value: start }) +
    button({ act: `edge:${edges.length - 1}`, label: '加上「注意→回归」', pressed: present.at(-1) === true }),
  update(state, { name, at: [place = 0], value }) {
    const again = { ...state, step: 0 };
    if (name === 'method') return { ...again, method: value as Method };
    if (name === 'start') return { ...again, start: value === '' ? place : Number(value) };
    return name === 'edge' ? { ...again, present: replaced(state.present, place, !at(state.present, place)) } : state;
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: (state) => Math.min(state.step, frames(state).length - 1),
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => shownFrame({ ...state, step }).does,
  },
});
