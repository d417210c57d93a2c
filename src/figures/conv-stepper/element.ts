import { choice } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, matrixOf, record } from '../kit/parse.ts';
import { initialState, kernels, outputSide, side, type ConvState } from './model.ts';
import { drawConvStepper, place, tell } from './view.ts';

const count = (state: ConvState): number => outputSide(state) ** 2;
const position = (state: ConvState): number => Math.min(state.step, count(state) - 1);

export const figure = defineFigure<ConvState>({
  name: 'conv-stepper',
  title: '卷积一格一格',
  chapter: 'dl/cnn/cnn',
  initial: initialState,
  parse: record<ConvState>({
    input: matrixOf(side, side, 0, 1), kernel: integer(0, kernels.length - 1), stride: integer(1, 3), padding: integer(0, 1), step: integer(0, 63),
  }),
  view: drawConvStepper,
  controls: ({ kernel, stride, padding }) =>
    choice({ act: 'kernel', label: '卷积核', options: kernels.map(({ name }, i) => [i, name] as const), value: kernel }) +
    choice({ act: 'stride', label: '步幅', options: [[1, '1'], [2, '2'], [3, '3']], value: stride }) +
    choice({ act: 'padding', label: '填充', options: [[0, '0'], [1, '1']], value: padding }),
  update(state, { name, at: [i = 0, j = 0], value }) {
    if (name === 'kernel') return { ...state, kernel: Number(value) };
    if (name === 'stride' || name === 'padding') return { ...state, [name]: Number(value), step: 0 };
    if (name === 'output') return { ...state, step: i * outputSide(state) + j };
    if (name !== 'pixel' || state.input[i]?.[j] === undefined) return state;
    return { ...state, input: state.input.map((row, a) => row.map((old, b) => (a === i && b === j ? 1 - Math.round(old) : old))) };
  },
  announce: tell,
  player: {
    count, step: position, go: (state, step) => ({ ...state, step }),
    name: (state, step) => { const [row, column] = place({ ...state, step }); return `第 ${row + 1} 行第 ${column + 1} 列`; },
  },
});
