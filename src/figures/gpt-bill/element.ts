import { picker, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { initialState, shapes, type BillState } from './model.ts';
import { drawGptBill, tell } from './view.ts';

export const figure = defineFigure<BillState>({
  name: 'gpt-bill',
  title: 'GPT 的参数账单',
  chapter: 'llm/pretrained/gpt-series',
  initial: initialState,
  parse: record<BillState>({ shape: integer(0, shapes.length - 1), multiple: integer(1, 8) }),
  view: drawGptBill,
  controls: ({ shape, multiple }) =>
    picker({ act: 'shape', label: '模型', options: shapes.map(({ name }, i) => [i, name] as const), value: shape }) +
    slider({ act: 'multiple', label: '前馈宽是模型宽的几倍', min: 1, max: 8, value: multiple }),
  update: (state, { name, value }) => (Object.hasOwn(initialState, name) ? { ...state, [name]: Number(value) } : state),
  announce: (state) => `${tell(state)}。`,
});
