import { choice, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { at } from '../kit/numbers.ts';
import { flag, integer, oneOf, record } from '../kit/parse.ts';
import { accidents, initialState, operations, shownStep, stepsOf, type WriteState } from './model.ts';
import { drawAtomicWrite, labelOf, tell } from './view.ts';

/** The step of the same name, or the last before it, when `fsync` comes or goes. */
function withSync(state: WriteState, sync: boolean): WriteState {
  const place = operations.indexOf(at(stepsOf(state), shownStep(state)));
  return { ...state, sync, step: stepsOf({ sync }).filter((name) => operations.indexOf(name) <= place).length - 1 };
}

export const figure = defineFigure<WriteState>({
  name: 'atomic-write',
  title: '写到一半出事',
  chapter: 'python/day11-files',
  initial: initialState,
  parse: record<WriteState>({ accident: oneOf(...accidents), sync: flag, step: integer(0, operations.length - 1) }),
  view: drawAtomicWrite,
  controls: ({ accident, sync }) =>
    choice({ act: 'accident', label: '出什么事', options: [['power', '断电'], ['kill', '程序被杀']], value: accident }) +
    toggle({ act: 'sync', label: '调用 fsync', on: sync }),
  update(state, { name, at: [place], value }) {
    if (name === 'cut' && place !== undefined) return place === shownStep(state) ? state : { ...state, step: place };
    if (name === 'accident') return value === state.accident ? state : { ...state, accident: value === 'kill' ? 'kill' : 'power' };
    return name === 'sync' && (value === 'on') !== state.sync ? withSync(state, value === 'on') : state;
  },
  announce: tell,
  player: {
    count: (state) => stepsOf(state).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => labelOf(at(stepsOf(state), step)),
  },
});
