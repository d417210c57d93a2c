import { button, choice, picker, row } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, oneOf, record } from '../kit/parse.ts';
import { initialState, instances, limits, names, statements, type LookupState } from './model.ts';
import { frames, lookupSvg, shownStep, tell } from './view.ts';

export const figure = defineFigure<LookupState>({
  name: 'attribute-lookup',
  title: '属性查找',
  chapter: 'python/day08-oop',
  initial: initialState,
  parse: record<LookupState>({
    object: oneOf(...instances), name: oneOf(...names),
    done: listOf(integer(0, statements.length - 1), 0, limits.done), step: integer(0, limits.step),
  }),
  view: lookupSvg,
  controls: ({ object, name, done }) =>
    choice({ act: 'object', label: '对象', options: instances.map((place) => [place, place] as const), value: object }) +
    picker({ act: 'name', label: '属性', options: names.map((item) => [item, `.${item}`] as const), value: name }) +
    row('执行', ...statements.map(({ source }, i) => button({ act: `run:${i}`, label: source, disabled: done.length === limits.done })),
      button({ act: 'undo', label: '撤销一句', disabled: done.length === 0 })),
  update(state, { name, value, at: [place = 0] }) {
    const object = name === 'object' ? instances.find((item) => item === value) : undefined;
    if (object !== undefined) return { ...state, object, step: limits.step };
    const asked = name === 'name' ? names.find((item) => item === value) : undefined;
    if (asked !== undefined) return { ...state, name: asked, step: limits.step };
    if (name === 'undo' && state.done.length > 0) return { ...state, done: state.done.slice(0, -1), step: limits.step };
    const statement = name === 'run' ? statements[place] : undefined;
    if (statement === undefined || state.done.length === limits.done) return state;
    return { ...state, name: statement.name, done: [...state.done, place], step: limits.step };
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
  },
});
