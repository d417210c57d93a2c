import { button, choice, stepper } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { at } from '../kit/numbers.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { afterNext, initialState, limits, modes, type PipeState } from './model.ts';
import { drawGeneratorPipe, eventWords, frames, shownStep, tell } from './view.ts';

/** A changed pipe is shown after its first `next()`; the lists, when all are built. */
const fresh = (state: PipeState): PipeState => ({ ...state, step: state.mode === 'lazy' ? afterNext(frames(state), 0) : frames(state).length - 1 });

export const figure = defineFigure<PipeState>({
  name: 'generator-pipe',
  title: '生成器管线',
  chapter: 'python/day06-iterators-generators',
  initial: initialState,
  parse: record<PipeState>({ mode: oneOf(...modes), count: integer(1, limits.count), size: integer(1, limits.size), step: integer(0, limits.step) }),
  view: drawGeneratorPipe,
  controls: (state) =>
    choice({ act: 'mode', label: '写法', options: [['lazy', '生成器'], ['list', '列表']], value: state.mode }) +
    button({ act: 'next', label: state.mode === 'lazy' ? 'next(pipe)' : '再建一级列表', disabled: shownStep(state) === frames(state).length - 1 }) +
    stepper({ act: 'count', label: '几行诗', value: state.count, min: 1, max: limits.count }) +
    stepper({ act: 'size', label: '一批几个', value: state.size, min: 1, max: limits.size }),
  update(state, { name, value }) {
    if (name === 'next') {
      const step = afterNext(frames(state), shownStep(state));
      return step === shownStep(state) ? state : { ...state, step };
    }
    if (name === 'mode') return value === state.mode ? state : fresh({ ...state, mode: value === 'list' ? 'list' : 'lazy' });
    return name === 'count' || name === 'size' ? (Number(value) === state[name] ? state : fresh({ ...state, [name]: Number(value) })) : state;
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => eventWords(at(frames(state), step)),
  },
});
