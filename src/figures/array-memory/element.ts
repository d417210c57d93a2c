import { choice } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { counts, dtypes, initialState, itemSizes, type ArrayMemoryState } from './model.ts';
import { drawArrayMemory, tell } from './view.ts';

export const figure = defineFigure<ArrayMemoryState>({
  name: 'array-memory',
  title: '列表与数组在内存里的样子',
  chapter: 'data/numpy/creating-ndarray',
  initial: initialState,
  parse: record<ArrayMemoryState>({ count: oneOf(...counts), dtype: oneOf(...dtypes), look: integer(0, 7) }),
  view: drawArrayMemory,
  controls: ({ count, dtype }) =>
    choice({ act: 'count', label: '几个数', options: counts.map((many) => [many, String(many)] as const), value: count }) +
    choice({ act: 'dtype', label: '数组的类型', options: dtypes.map((type) => [type, `${type}（${itemSizes[type]} 字节）`] as const), value: dtype }),
  update(state, { name, at: [place = 0], value }) {
    if (name === 'count') return { ...state, count: counts.find((many) => many === Number(value)) ?? state.count };
    if (name === 'dtype') return { ...state, dtype: dtypes.find((type) => type === value) ?? state.dtype };
    return name === 'look' ? { ...state, look: place } : state;
  },
  announce: tell,
});
