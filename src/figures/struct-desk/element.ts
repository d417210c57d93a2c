import { choice, picker, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { oneOf, record } from '../kit/parse.ts';
import { examples, initialState, isFormat, isValues, type DeskState } from './model.ts';
import { drawStructDesk, tell } from './view.ts';

const readOrder = oneOf('<', '>', '@');
const textIf = (test: (text: string) => boolean) => (json: unknown): string | undefined =>
  (typeof json === 'string' && test(json) ? json : undefined);

const same = (a: DeskState, b: DeskState): boolean => a.format === b.format && a.values === b.values;

export const figure = defineFigure<DeskState>({
  name: 'struct-desk',
  title: '值怎样排成字节',
  chapter: 'python/day13-datetime-collections-struct',
  initial: initialState,
  parse: record<DeskState>({ order: readOrder, format: textIf(isFormat), values: textIf(isValues) }),
  view: drawStructDesk,
  controls(state) {
    const known = examples.findIndex(([, example]) => same(example, state));
    const options = examples.map(([name], i) => [i, name] as const);
    return picker({ act: 'example', label: '例子', value: known, options: known < 0 ? [[-1, '自己写的'], ...options] : options }) +
      choice({ act: 'order', label: '约定', value: state.order, options: [['<', '< 小端'], ['>', '> 大端'], ['@', '@ 本机，要对齐']] }) +
      textField({ act: 'format', label: '格式', value: state.format }) +
      textField({ act: 'values', label: '值，用空格隔开', value: state.values });
  },
  update(state, { name, value }) {
    if (name === 'example') return examples[Number(value)]?.[1] ?? state;
    if (name === 'order') return { ...state, order: readOrder(value) ?? state.order };
    if (name === 'values' && isValues(value)) return { ...state, values: value };
    if (name !== 'format') return state;
    const order = readOrder(value[0]);
    const format = order === undefined ? value : value.slice(1);
    return isFormat(format) ? { ...state, format, order: order ?? state.order } : state;
  },
  announce: tell,
});
