import { choice, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, oneOf, record, type Parser } from '../kit/parse.ts';
import { initialState, lastStep, stacks, swapped, type Kind, type OnionState } from './model.ts';
import { count, onionSvg, shownStep, tell } from './view.ts';

const layers: Parser<readonly Kind[]> = (json) =>
  (Array.isArray(json) ? stacks.find((stack) => stack.length === json.length && stack.every((kind, place) => kind === json[place])) : undefined);

export const figure = defineFigure<OnionState>({
  name: 'decorator-onion',
  title: '装饰器与闭包',
  chapter: 'python/day07-higher-order-decorators',
  initial: initialState,
  parse: record<OnionState>({ mode: oneOf('calls', 'cells'), layers, kept: flag, step: integer(0, lastStep) }),
  view: onionSvg,
  controls: ({ mode, layers: shown, kept }) =>
    choice({ act: 'mode', label: '看什么', options: [['calls', '装饰器'], ['cells', '循环里的闭包']], value: mode }) +
    (mode === 'calls'
      ? picker({ act: 'layers', label: '从上到下', options: stacks.map((stack) => [stack.join(' '), stack.map((kind) => `@${kind}`).join(' ')] as const), value: shown.join(' ') })
      : choice({ act: 'kept', label: '写法', options: [['', 'lambda: i'], ['on', 'lambda i=i: i']], value: kept ? 'on' : '' })),
  update(state, { name, value, at: [place = 0] }) {
    if (name === 'mode') return { ...state, mode: value === 'cells' ? 'cells' : 'calls', step: lastStep };
    if (name === 'kept') return { ...state, kept: value === 'on', step: lastStep };
    if (name === 'swap') return { ...state, layers: swapped(state.layers, place), step: lastStep };
    const found = name === 'layers' ? stacks.find((stack) => stack.join(' ') === value) : undefined;
    return found === undefined ? state : { ...state, layers: found, step: lastStep };
  },
  announce: (after, before) =>
    (after.layers === before.layers ? '' : `从上到下：${after.layers.join('、')}。`) + tell(after),
  player: {
    count,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
  },
});
