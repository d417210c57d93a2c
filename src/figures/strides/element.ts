import { choice, picker, textField, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, oneOf, record } from '../kit/parse.ts';
import { examples, initialState, itemSizes, type StridesState } from './model.ts';
import { drawStrides, tell } from './view.ts';

const longest = 40;
const typed = (json: unknown): string | undefined => (typeof json === 'string' && json.length <= longest ? json : undefined);

export const figure = defineFigure<StridesState>({
  name: 'strides',
  title: '步幅：视图还是拷贝',
  chapter: 'data/numpy/indexing-and-slicing',
  initial: initialState,
  parse: record<StridesState>({ expression: typed, order: oneOf('C', 'F'), itemSize: oneOf(...itemSizes), look: integer(0, 23), written: flag }),
  view: drawStrides,
  controls: ({ expression, order, itemSize, written }) =>
    textField({ act: 'expression', label: '表达式', value: expression }) +
    picker({ act: 'expression', label: '例子', options: [...(examples.some((words) => words === expression) ? [] : [[expression, '自己写的'] as const]), ...examples.map((words) => [words, words] as const)], value: expression }) +
    toggle({ act: 'written', label: '往选中的元素写 99', on: written }) +
    choice({ act: 'order', label: 'a 的顺序', options: [['C', 'C（按行）'], ['F', 'F（按列）']], value: order }) +
    choice({ act: 'itemSize', label: '类型', options: itemSizes.map((size) => [size, `int${8 * size}`] as const), value: itemSize }),
  update(state, { name, at: [place = 0], value }) {
    if (name === 'expression') return { ...state, expression: value.trim().slice(0, longest), look: 0, written: false };
    if (name === 'written') return { ...state, written: value === 'on' };
    if (name === 'order') return { ...state, order: value === 'F' ? 'F' : 'C' };
    if (name === 'itemSize') return { ...state, itemSize: itemSizes.find((size) => size === Number(value)) ?? state.itemSize };
    return name === 'look' ? { ...state, look: place, written: false } : state;
  },
  announce: tell,
});
