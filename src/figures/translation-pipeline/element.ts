import { maxWords, samples, segment, vocabulary } from '../alignment-grid/vocabulary.ts';
import { loadTranslator, weightsKinds, type WeightsKind } from '../alignment-grid/weights.ts';
import { button, choice, picker, row, slider, textField, toggle } from '../kit/controls.ts';
import { defineFigure, type Action } from '../kit/element.ts';
import { flag, integer, listOf, oneOf, real, record } from '../kit/parse.ts';
import { stopAt, stops } from './model.ts';
import { columnCount, hypotheses, initial, pipeline, stopCount, tell, visit, type State } from './state.ts';
import { drawTranslationPipeline } from './view.ts';

/** Which word is being written, one button a word. */
function wordButtons(state: State): string {
  const words = [...hypotheses(state)[0]?.words ?? [], '<end>'];
  return row('正在写', ...words.map((word, index) =>
    button({ act: `word:${index}`, label: word, pressed: index === Math.min(state.word, words.length - 1) })));
}

function methodControls({ method, width, temperature }: State): string {
  const extra = method === 'beam' ? choice({ act: 'width', label: '束宽', options: [[2, '2'], [3, '3'], [4, '4']], value: width })
    : method === 'sample' ? slider({ act: 'temperature', label: '温度', min: 0.2, max: 5, step: 0.1, value: temperature, shown: temperature.toFixed(1) })
      + button({ act: 'again', label: '再抽一次' }) : '';
  return choice({ act: 'method', label: '解码', options: [['greedy', '贪心'], ['beam', '束搜索'], ['sample', '抽样']], value: method }) + extra;
}

/** Head and place within the numbers of a stop. */
function numberControls(state: State): string {
  const kind = visit(state)?.numbers.kind;
  if (kind === undefined) return '';
  if (kind.endsWith('attention')) return choice({ act: 'head', label: '头', options: [[0, '1'], [1, '2'], [2, '3'], [3, '4']], value: state.head });
  const last = columnCount(state) - 1;
  return slider({ act: 'column', label: '看第几列', min: 0, max: last, value: Math.min(state.column, last), shown: String(Math.min(state.column, last) + 1) });
}

function update(state: State, { name, at: [a = 0, b = 0], value }: Action): State {
  const rewritten = { ...state, word: 0, stop: -1 };
  switch (name) {
    case 'sentence': {
      const words = segment(value);
      return words.length === 0 ? state : { ...rewritten, source: words };
    }
    case 'word': return { ...state, word: a };
    case 'method': return { ...rewritten, method: value as State['method'] };
    case 'width': case 'temperature': return { ...rewritten, [name]: Number(value) };
    case 'again': return { ...rewritten, seed: (state.seed + 1) % 1000 };
    case 'causal': return { ...state, causal: value === 'on' };
    case 'weights': return { ...rewritten, weights: value as WeightsKind, causal: value === 'sound' };
    case 'head': case 'column': return { ...state, [name]: Number(value) };
    case 'row': return { ...state, row: a };
    case 'cell': return { ...state, row: a, column: b };
    case 'box': {
      const all = stops(pipeline(state));
      return { ...state, stop: stopAt(all, a === 0 ? 'encoder' : 'decoder', b, all[state.stop]?.layer ?? 0) };
    }
    default: return state;
  }
}

export const figure = defineFigure<State>({
  name: 'translation-pipeline',
  title: '会翻译的 Transformer',
  chapter: 'llm/transformer/translation-walkthrough',
  initial,
  parse: record<State>({
    source: listOf(oneOf(...vocabulary), 1, maxWords), weights: oneOf(...weightsKinds), causal: flag,
    method: oneOf('greedy', 'beam', 'sample'), width: integer(2, 4), temperature: real(0.2, 5), seed: integer(0, 999),
    word: integer(0, 10), stop: integer(-1, stopCount - 1), head: integer(0, 3), row: integer(0, 11), column: integer(0, 31),
  }),
  ready: ({ weights }) => loadTranslator(weights),
  view(state) {
    const route = pipeline(state);
    return drawTranslationPipeline(route, visit(state, route));
  },
  controls: (state) =>
    numberControls(state) + wordButtons(state) +
    textField({ act: 'sentence', label: '中文', value: state.source.join(' '), suggestions: samples.map((words) => words.join(' ')) }) +
    methodControls(state) +
    toggle({ act: 'causal', label: '因果掩码', on: state.causal }) +
    picker({ act: 'weights', label: '权重', options: [['sound', '正常训练'], ['leaky', '训练时没有掩码']], value: state.weights }),
  update,
  announce: tell,
  player: {
    count: () => stopCount + 1,
    step: ({ stop }) => stop + 1,
    go: (state, step) => ({ ...state, stop: step - 1 }),
    name: (state, step) => {
      const stop = stops(pipeline(state))[step - 1];
      return stop === undefined ? '全程' : stop.station.label;
    },
  },
});
