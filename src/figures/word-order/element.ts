import { picker, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, record } from '../kit/parse.ts';
import { changed, orders, type WordOrderState } from './model.ts';
import { wordOrderSvg } from './view.ts';

export const figure = defineFigure<WordOrderState>({
  name: 'word-order',
  title: '换个词序，输出变不变',
  chapter: 'llm/transformer/positional-encoding',
  initial: { order: 1, encoded: false },
  parse: record<WordOrderState>({ order: integer(0, orders.length - 1), encoded: flag }),
  view: wordOrderSvg,
  controls: ({ order, encoded }) =>
    picker({ act: 'order', label: '下面一句', options: orders.map((words, index) => [index, words] as const), value: order }) +
    toggle({ act: 'encoded', label: '加上位置编码', on: encoded }),
  update(state, { name, value }) {
    if (name === 'order') return { ...state, order: Number(value) };
    if (name === 'encoded') return { ...state, encoded: value === 'on' };
    return state;
  },
  announce(state) {
    const words = changed(state);
    const how = state.encoded ? '加了位置编码' : '没有位置编码';
    return words.length === 0 ? `${how}：三个词的输出都没有变。` : `${how}：${words.join('、')}的输出变了。`;
  },
});
