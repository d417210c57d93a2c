import { choice, picker, textField, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, listOf, oneOf, record } from '../kit/parse.ts';
import { alignmentState, attentions, axes, type AlignmentState, type Attention } from './model.ts';
import { withMask } from './transformer.ts';
import { drawAlignmentGrid, placeName, tellRow } from './view.ts';
import { maxWords, samples, segment, vocabulary } from './vocabulary.ts';
import { loadTranslator, translator, weightsKinds, type WeightsKind } from './weights.ts';

interface State {
  readonly source: readonly string[];
  readonly weights: WeightsKind;
  /** The decoder's causal mask at work. */
  readonly causal: boolean;
  readonly attention: Attention;
  readonly layer: number;
  /** −1 is the mean of the four heads. */
  readonly head: number;
  /** The row that is told, or −1. */
  readonly row: number;
}

const initial: State = {
  source: samples[0] ?? [], weights: 'sound', causal: true, attention: 'cross', layer: 1, head: -1, row: -1,
};

function shown({ source, weights, causal, attention, layer, head }: State): AlignmentState {
  const state = alignmentState(withMask(translator(weights), causal), source, attention);
  return { ...state, layer, head: head < 0 ? 'mean' : head };
}

export const figure = defineFigure<State>({
  name: 'alignment-grid',
  title: '谁在看谁：译者的注意力',
  chapter: 'llm/transformer/translation-walkthrough',
  initial,
  parse: record<State>({
    source: listOf(oneOf(...vocabulary), 1, maxWords), weights: oneOf(...weightsKinds), causal: flag,
    attention: oneOf(...attentions), layer: integer(0, 1), head: integer(-1, 3), row: integer(-1, 9),
  }),
  ready: ({ weights }) => loadTranslator(weights),
  view: (state) => drawAlignmentGrid(shown(state), state.row),
  controls: ({ source, weights, causal, attention, layer, head }) =>
    textField({ act: 'sentence', label: '中文', value: source.join(' '), suggestions: samples.map((words) => words.join(' ')) }) +
    choice({ act: 'attention', label: '哪种注意力', options: [['cross', '交叉'], ['encoder', '编码器'], ['decoder', '解码器']], value: attention }) +
    choice({ act: 'layer', label: '层', options: [[0, '1'], [1, '2']], value: layer }) +
    choice({ act: 'head', label: '头', options: [[-1, '平均'], [0, '1'], [1, '2'], [2, '3'], [3, '4']], value: head }) +
    toggle({ act: 'causal', label: '因果掩码', on: causal }) +
    picker({ act: 'weights', label: '权重', options: [['sound', '正常训练'], ['leaky', '训练时没有掩码']], value: weights }),
  update(state, { name, at: [row = -1], value }) {
    const words = name === 'sentence' ? segment(value) : [];
    if (words.length > 0) return { ...state, source: words as State['source'], row: -1 };
    if (name === 'attention') return { ...state, attention: value as Attention, row: -1 };
    if (name === 'layer' || name === 'head') return { ...state, [name]: Number(value) };
    if (name === 'causal') return { ...state, causal: value === 'on', row: -1 };
    if (name === 'weights') return { ...state, weights: value as WeightsKind, causal: value === 'sound', row: -1 };
    return name === 'row' ? { ...state, row } : state;
  },
  announce(state) {
    const grid = shown(state);
    if (state.row >= 0 && state.row < axes(grid).rows.length) return `${tellRow(grid, state.row)}。`;
    return `${placeName(grid)}。译文：${grid.target.join(' ')}。`;
  },
});
