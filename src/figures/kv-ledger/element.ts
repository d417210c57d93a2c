import { choice, picker, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { initialState, shapes, type LedgerState } from './model.ts';
import { drawKvLedger, tell } from './view.ts';

export const figure = defineFigure<LedgerState>({
  name: 'kv-ledger',
  title: 'KV 缓存的账本',
  chapter: 'llm/modern/kv-cache-gqa-mla',
  initial: initialState,
  parse: record<LedgerState>({ shape: integer(0, shapes.length - 1), power: integer(7, 20), batch: integer(1, 64), bytes: oneOf(4, 2, 1) }),
  view: drawKvLedger,
  controls: ({ shape, power, batch, bytes }) =>
    picker({ act: 'shape', label: '模型', options: shapes.map(({ name }, i) => [i, name] as const), value: shape }) +
    slider({ act: 'power', label: '上下文', min: 7, max: 20, value: power, shown: `${2 ** power} 词` }) +
    slider({ act: 'batch', label: '同时几条', min: 1, max: 64, value: batch }) +
    choice({ act: 'bytes', label: '每个数', options: [[4, 'fp32'], [2, 'bf16'], [1, 'fp8']], value: bytes }),
  update: (state, { name, value }) => (Object.hasOwn(initialState, name) ? { ...state, [name]: Number(value) } : state),
  announce: (state) => `${tell(state)}。`,
});
