import { choice, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, oneOf, record } from '../kit/parse.ts';
import { initialState, lastStep, raised, type PathState, type Raised } from './model.ts';
import { drawTryPaths, frames, happened, shownStep, tell } from './view.ts';

const options = [['none', '不抛'], ['ValueError', 'ValueError'], ['KeyError', 'KeyError']] as const;
const places = ['tried', 'handler', 'otherwise'] as const;

export const figure = defineFigure<PathState>({
  name: 'try-paths',
  title: 'try 语句的路径',
  chapter: 'python/day10-errors-debugging',
  initial: initialState,
  parse: record<PathState>({ tried: oneOf(...raised), handler: oneOf(...raised), otherwise: oneOf(...raised), last: flag, step: integer(0, lastStep) }),
  view: drawTryPaths,
  controls: ({ tried, handler, otherwise, last }) =>
    choice({ act: 'tried', label: '第 3 行（try）', options, value: tried }) +
    choice({ act: 'handler', label: '第 5 行（except）', options, value: handler }) +
    choice({ act: 'otherwise', label: '第 8 行（else）', options, value: otherwise }) +
    toggle({ act: 'last', label: 'finally 里也写 return', on: last }),
  update(state, { name, value }) {
    if (name === 'last') return { ...state, last: value === 'on', step: lastStep };
    const place = places.find((known) => known === name);
    return place !== undefined && raised.some((known) => known === value) ? { ...state, [place]: value as Raised, step: lastStep } : state;
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => {
      const frame = frames(state)[step];
      return frame === undefined ? '' : happened(frame);
    },
  },
});
