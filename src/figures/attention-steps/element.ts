import { button, stepper, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, listOf, matrixOf, oneOf, record } from '../kit/parse.ts';
import { explain, nameOf } from './arithmetic.ts';
import {
  at, attend, edit, handExample, isEditable, matrixNames, pick, valuesOf, type AttentionStepsState, type Cell,
} from './model.ts';
import { attentionStepsSvg } from './view.ts';

const limit = 4;

/** `pick:7,0,1` names the matrix by its place in `matrixNames`. */
function cellAt([matrix = 0, row = 0, column = 0]: readonly number[]): Cell {
  return { matrix: at(matrixNames, matrix), row, column };
}

function valueAt(state: AttentionStepsState, { matrix, row, column }: Cell): number {
  return at(at(valuesOf(state, attend(state), matrix), row), column);
}

const pickedControl = (state: AttentionStepsState): string =>
  (isEditable(state.picked.matrix)
    ? stepper({ act: 'value', label: nameOf(state, state.picked), value: valueAt(state, state.picked), min: -limit, max: limit, step: 0.5 })
    : '');

export const figure = defineFigure<AttentionStepsState>({
  name: 'attention-steps',
  title: '注意力计算器',
  chapter: 'llm/transformer/self-attention',
  initial: handExample,
  parse: record<AttentionStepsState>({
    tokens: listOf(oneOf(...handExample.tokens), 3, 3),
    inputs: matrixOf(3, 2, -limit, limit),
    queryWeights: matrixOf(2, 2, -limit, limit),
    keyWeights: matrixOf(2, 2, -limit, limit),
    valueWeights: matrixOf(2, 2, -limit, limit),
    focus: integer(0, 2),
    scaled: flag,
    picked: record<Cell>({ matrix: oneOf(...matrixNames), row: integer(0, 2), column: integer(0, 2) }),
  }),
  view: attentionStepsSvg,
  controls: (state) =>
    toggle({ act: 'scaled', label: '分数除以 √d_k', on: state.scaled }) +
    button({ act: 'swap', label: '交换 W_Q 与 W_K' }) + pickedControl(state),
  update(state, { name, at: place, value }) {
    const moved = (cell: Cell, next: number): AttentionStepsState =>
      pick(edit(state, cell, Math.max(-limit, Math.min(limit, next))), cell);
    if (name === 'pick') return pick(state, cellAt(place));
    if (name === 'nudge') return moved(cellAt(place), valueAt(state, cellAt(place)) + Number(value) / 2);
    if (name === 'value' && value !== '') return moved(state.picked, Number(value));
    if (name === 'scaled') return { ...state, scaled: value === 'on' };
    if (name === 'swap') return { ...state, queryWeights: state.keyWeights, keyWeights: state.queryWeights };
    return state;
  },
  announce: explain,
});
