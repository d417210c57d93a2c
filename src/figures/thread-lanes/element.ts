import { choice, slider, stepper } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { initialState, limits, modes, type LanesState } from './model.ts';
import { drawThreadLanes, tell, words } from './view.ts';

/** The slider's steps; a state in between would not be whole ticks. */
const share = (json: unknown): number | undefined => {
  const value = integer(0, 100)(json);
  return value !== undefined && value % limits.ioStep === 0 ? value : undefined;
};

export const figure = defineFigure<LanesState>({
  name: 'thread-lanes',
  title: '线程泳道与 GIL 令牌',
  chapter: 'python/day12-threads-processes',
  initial: initialState,
  parse: record<LanesState>({ mode: oneOf(...modes), io: share, workers: integer(1, limits.workers), cores: integer(1, limits.cores) }),
  view: drawThreadLanes,
  controls: (state) =>
    choice({ act: 'mode', label: '办法', options: modes.map((mode) => [mode, words[mode]] as const), value: state.mode }) +
    slider({ act: 'io', label: '读占的份额', min: 0, max: 100, step: limits.ioStep, value: state.io, shown: `${state.io}%` }) +
    stepper({ act: 'workers', label: state.mode === 'process' ? '进程数' : '线程数', value: state.workers, min: 1, max: limits.workers }) +
    stepper({ act: 'cores', label: '核数', value: state.cores, min: 1, max: limits.cores }),
  update(state, { name, value }) {
    if (name === 'mode') {
      const mode = modes.find((known) => known === value);
      return mode === undefined || mode === state.mode ? state : { ...state, mode };
    }
    if (name !== 'io' && name !== 'workers' && name !== 'cores') return state;
    return Number(value) === state[name] ? state : { ...state, [name]: Number(value) };
  },
  announce: tell,
});
