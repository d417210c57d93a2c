import { choice, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { blockFlow, type BlockFlowState, type Column } from './model.ts';
import { drawBlockFlow } from './view.ts';

/** In a file of its own, so that the page fetches it only when the figure comes near. */
const { default: traces } = await import('../../../content/llm/transformer/architecture/traces.json');
const { layers } = traces.config;

const run = ({ entry, subLayers }: Column): string =>
  [entry, ...subLayers.map(({ after }) => after)].map((value) => value.toFixed(2)).join(' → ');

export const figure = defineFigure<BlockFlowState>({
  name: 'block-flow',
  title: '块内数据流与残差流的长度',
  chapter: 'llm/transformer/architecture',
  initial: { norm: 'post', layer: 1, sentence: 0 },
  parse: record<BlockFlowState>({
    norm: oneOf('post', 'pre'), layer: integer(1, layers), sentence: integer(0, traces.sentences.length - 1),
  }),
  view: (state) => drawBlockFlow(state, blockFlow(traces, state)),
  controls: ({ norm, layer, sentence }) =>
    choice({ act: 'norm', label: '次序', options: [['post', '后归一化'], ['pre', '前归一化']], value: norm }) +
    choice({ act: 'layer', label: '第几层', options: [[1, '1'], [2, '2']], value: layer }) +
    picker({ act: 'sentence', label: '句子', options: traces.sentences.map(({ source }, i) => [i, source.join(' ')] as const), value: sentence }),
  update(state, { name, value }) {
    if (name === 'norm' && (value === 'post' || value === 'pre')) return { ...state, norm: value };
    if (name === 'layer' || name === 'sentence') return { ...state, [name]: Number(value) };
    return state;
  },
  announce(state) {
    const { encoder, decoder } = blockFlow(traces, state);
    const order = state.norm === 'post' ? '后归一化' : '前归一化';
    return `${order}，第 ${state.layer} 层。残差流的平均长度：编码器 ${run(encoder)}；解码器 ${run(decoder)}。`;
  },
});
