import { choice, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, oneOf, record } from '../kit/parse.ts';
import { choicesOf, examples, fits, initialState, lastStep, shapes, type MroState } from './model.ts';
import { count, header, mroSvg, shownStep, tell } from './view.ts';

const fields = record<MroState>({
  shape: oneOf(...shapes), bases: listOf(listOf(integer(1, 4), 0, 3), 3, 5), step: integer(0, lastStep),
});

export const figure = defineFigure<MroState>({
  name: 'mro-merge',
  title: '方法解析次序',
  chapter: 'python/day09-advanced-classes',
  initial: initialState,
  parse(json) {
    const state = fields(json);
    return state !== undefined && fits(state) ? state : undefined;
  },
  view: mroSvg,
  controls(state) {
    const { names } = examples[state.shape];
    return choice({ act: 'shape', label: '例子', options: shapes.map((shape) => [shape, examples[shape].title] as const), value: state.shape }) +
      state.bases.slice(1).map((list, i) => picker({
        act: `bases:${i + 1}`, label: `class ${names[i + 2] ?? ''}`, value: list.join(),
        options: choicesOf(i + 2).map((bases) => [bases.join(), `(${bases.map((base) => names[base] ?? '').join(', ')})`] as const),
      })).join('');
  },
  update(state, { name, value, at: [place = 0] }) {
    const shape = name === 'shape' ? shapes.find((item) => item === value) : undefined;
    if (shape !== undefined) return { shape, bases: examples[shape].bases, step: lastStep };
    const chosen = name === 'bases' ? choicesOf(place + 1).find((bases) => bases.join() === value) : undefined;
    return chosen === undefined ? state
      : { ...state, bases: state.bases.map((list, i) => (i === place ? chosen : list)), step: lastStep };
  },
  announce: (after, before) => (after.bases === before.bases ? '' : `${after.bases.map((_, i) => header(after, i + 1)).join('，')}。`) + tell(after),
  player: {
    count,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
  },
});
