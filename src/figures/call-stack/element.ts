import { choice, stepper } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record, type Parser } from '../kit/parse.ts';
import { film, initialState, largest, programs, type Program, type StackState } from './model.ts';
import { drawCallStack, frames, happened, shownStep, tell } from './view.ts';

const shape = record<StackState>({ program: oneOf(...programs), n: integer(0, 6), step: integer(0, 100) });

/** An n beyond the program's largest is refused. */
const parse: Parser<StackState> = (json) => {
  const state = shape(json);
  return state !== undefined && state.n <= largest[state.program] ? state : undefined;
};

/** A new choice opens at the first call. */
const opened = (program: Program, n: number): StackState => ({ program, n: Math.min(n, largest[program]), step: 1 });

export const figure = defineFigure<StackState>({
  name: 'call-stack',
  title: '调用栈放映机',
  chapter: 'python/day05-functions',
  initial: initialState,
  parse,
  view: drawCallStack,
  controls: ({ program, n }) =>
    choice({ act: 'program', label: '函数', options: [['factorial', '阶乘'], ['fibonacci', '斐波那契'], ['hanoi', '汉诺塔']], value: program }) +
    stepper({ act: 'n', label: 'n', value: n, min: 0, max: largest[program] }),
  update(state, { name, value }) {
    if (name === 'program') return programs.some((known) => known === value) ? opened(value as Program, state.n) : state;
    const n = Number(value);
    return name === 'n' && value !== '' && Number.isInteger(n) && n >= 0 && n !== state.n ? opened(state.program, n) : state;
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => {
      const frame = film(state)[step];
      return frame === undefined ? '' : happened(state, frame);
    },
  },
});
