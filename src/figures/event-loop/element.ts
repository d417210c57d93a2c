import { button, choice } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { allWaiting, initialState, limits, mayCancel, names, type LoopState } from './model.ts';
import { drawEventLoop, eventWords, frameAt, movie, shownStep, tell } from './view.ts';

export const figure = defineFigure<LoopState>({
  name: 'event-loop',
  title: '事件循环',
  chapter: 'python/day14-coroutines-async',
  initial: initialState,
  parse: record<LoopState>({ block: integer(0, 3), victim: integer(-1, 2), when: integer(0, limits.step), step: integer(0, limits.step) }),
  view: drawEventLoop,
  controls: (state) =>
    choice({ act: 'block', label: '插入 time.sleep(100)', options: [[0, '不插'], ...names.map((name, i) => [i + 1, name] as const)], value: state.block }) +
    (state.victim < 0 ? '' : button({ act: 'undo', label: `不取消${names[state.victim] ?? ''}` })),
  update(state, { name, at: [task = -1], value }) {
    if (name === 'block') return Number(value) === state.block ? state : { block: Number(value), victim: -1, when: 0, step: allWaiting };
    if (name === 'undo') return { ...state, victim: -1, when: 0, step: Math.min(shownStep(state), state.when) };
    if (name !== 'cancel' || !mayCancel(frameAt(state), state, task)) return state;
    const step = shownStep(state);
    return { ...state, victim: task, when: step, step: step + 1 };
  },
  announce: tell,
  player: {
    count: (state) => movie(state).frames.length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => `${frameAt(state, step).now} 毫秒，${eventWords(frameAt(state, step))}`,
  },
});
