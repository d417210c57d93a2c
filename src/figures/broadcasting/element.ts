import { button, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, record } from '../kit/parse.ts';
import { broadcast, choices, initialState, repairs, shapeText, type BroadcastState, type Shape } from './model.ts';
import { drawBroadcasting, tell } from './view.ts';

const shape = (json: unknown): Shape | undefined => {
  const read = listOf(integer(1, 4), 0, 2)(json);
  return choices.find((choice) => String(choice) === String(read));
};

/** The cell that is looked at stays inside the result. */
function inside(state: BroadcastState): BroadcastState {
  const result = broadcast(state.a, state.b);
  const rows = result?.length === 2 ? result[0] ?? 1 : 1;
  const columns = result?.at(-1) ?? 1;
  return { ...state, row: Math.min(state.row, rows - 1), column: Math.min(state.column, columns - 1) };
}

const options = choices.map((choice, index) => [index, shapeText(choice)] as const);
const indexOfShape = (wanted: Shape): number => choices.findIndex((choice) => String(choice) === String(wanted));

export const figure = defineFigure<BroadcastState>({
  name: 'broadcasting',
  title: '广播与步幅',
  chapter: 'data/numpy/broadcasting',
  initial: initialState,
  parse: (json) => {
    const state = record<BroadcastState>({ a: shape, b: shape, row: integer(0, 3), column: integer(0, 3) })(json);
    return state === undefined ? undefined : inside(state);
  },
  view: drawBroadcasting,
  controls: ({ a, b }) =>
    picker({ act: 'a', label: 'A 的形状', options, value: indexOfShape(a) }) +
    picker({ act: 'b', label: 'B 的形状', options, value: indexOfShape(b) }) +
    (broadcast(a, b) ? [] : repairs(a, b)).map(({ code }, way) => button({ act: `repair:${way}`, label: `改成 ${code}` })).join(''),
  update(state, { name, at: [row = 0, column = 0], value }) {
    if (name === 'a' || name === 'b') return inside({ ...state, [name]: choices[Number(value)] ?? [] });
    if (name === 'repair') {
      const { a, b } = repairs(state.a, state.b)[row] ?? state;
      return inside({ ...state, a, b });
    }
    return name === 'look' ? inside({ ...state, row, column }) : state;
  },
  announce: tell,
});
