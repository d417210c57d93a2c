import { choice, picker, slider, stepper } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, real, record } from '../kit/parse.ts';
import { dtypes, initialState, limit, operations, outcome, pixels, rights, type DtypeDeskState } from './model.ts';
import { drawDtypeDesk, tell } from './view.ts';

const options = (names: readonly string[]): (readonly [string, string])[] =>
  names.map((name) => [name, name === 'int' || name === 'float' ? `Python ${name}` : name]);
const inside = (value: string): number => Math.min(limit, Math.max(-limit, Number(value)));

export const figure = defineFigure<DtypeDeskState>({
  name: 'dtype-desk',
  title: '类型提升、环绕与溢出',
  chapter: 'data/numpy/dtypes-and-arithmetic',
  initial: initialState,
  parse: record<DtypeDeskState>({
    left: oneOf(...dtypes), right: oneOf(...rights), x: real(-limit, limit), y: real(-limit, limit),
    op: oneOf(...operations), bright: integer(-255, 255),
  }),
  view: drawDtypeDesk,
  controls(state) {
    const { x, y } = outcome(state);
    return picker({ act: 'left', label: '左边的类型', options: options(dtypes), value: state.left })
      + stepper({ act: 'x', label: '左边的数', value: x, min: -limit, max: limit })
      + choice({ act: 'op', label: '运算', options: options(operations), value: state.op })
      + picker({ act: 'right', label: '右边的类型', options: options(rights), value: state.right })
      + stepper({ act: 'y', label: '右边的数', value: y, min: -limit, max: limit })
      + slider({ act: 'bright', label: '图像亮度', min: -255, max: 255, value: state.bright });
  },
  update(state, { name, at: [place = 0], value }) {
    switch (name) {
      case 'left': return { ...state, left: dtypes.find((type) => type === value) ?? state.left };
      case 'right': return { ...state, right: rights.find((type) => type === value) ?? state.right };
      case 'op': return { ...state, op: operations.find((op) => op === value) ?? state.op };
      case 'x': return { ...state, x: inside(value) };
      case 'y': return { ...state, y: inside(value) };
      case 'bright': return { ...state, bright: Number(value) };
      case 'pixel': return { ...state, left: 'uint8', right: 'int', op: '+', x: pixels[place] ?? state.x, y: state.bright };
      default: return state;
    }
  },
  announce: tell,
});
