import { picker, textField, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, record } from '../kit/parse.ts';
import { examples, initialState, type StridesState } from './model.ts';
import { drawStrides, tell } from './view.ts';

const longest = 40;

export const figure = defineFigure<StridesState>({
  name: 'strides',
  title: '步幅：视图还是拷贝',
  chapter: 'data/numpy/indexing-and-slicing',
  initial: initialState,
  parse: record<StridesState>({
    expression: (json) => (typeof json === 'string' && json.length <= longest ? json : undefined), look: integer(0, 23), written: flag,
  }),
  view: drawStrides,
  controls: ({ expression, written }) =>
    textField({ act: 'expression', label: '表达式', value: expression }) +
    picker({ act: 'expression', label: '例子', options: [...new Set([expression, ...examples])].map((words) => [words, words] as const), value: expression }) +
    toggle({ act: 'written', label: '往选中的元素写 99', on: written }),
  update(state, { name, at: [look = 0], value }) {
    if (name === 'expression') return { expression: value.trim().slice(0, longest), look: 0, written: false };
    if (name === 'written') return { ...state, written: value === 'on' };
    return name === 'look' ? { ...state, look, written: false } : state;
  },
  announce: tell,
});
