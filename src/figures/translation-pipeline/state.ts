/** What the reader of the translating Transformer has set, and what follows from it. */

import { generate, type Hypothesis, type Method } from '../alignment-grid/decoding.ts';
import { at, withMask, type Translator } from '../alignment-grid/transformer.ts';
import { samples } from '../alignment-grid/vocabulary.ts';
import { translator, type WeightsKind } from '../alignment-grid/weights.ts';
import { rememberLast } from '../kit/memo.ts';
import { initialState, stops, type PipelineState, type Stop } from './model.ts';
import { arithmetic, tableOf, trace, withinTable, type Numbers, type Pick } from './trace.ts';
import type { Visit } from './view.ts';

export interface State extends Pick {
  readonly source: readonly string[];
  readonly weights: WeightsKind;
  readonly causal: boolean;
  readonly method: Method['kind'];
  readonly width: number;
  readonly temperature: number;
  readonly seed: number;
  /** Which word is being written, from 0; after the last one `<end>` is written. */
  readonly word: number;
  /** Index into `stops`, or −1 for the route as a whole. */
  readonly stop: number;
}

export const initial: State = {
  source: samples[0] ?? [], weights: 'sound', causal: true, method: 'greedy', width: 3, temperature: 1, seed: 1,
  word: 1, stop: -1, head: 0, row: 0, column: 0,
};

/** Stops of the two-layer model; the same for every sentence. */
export const stopCount = 25;

function model({ weights, causal }: State): Translator {
  return withMask(translator(weights), causal);
}

/** What the chosen method writes, best first. */
export const hypotheses = rememberLast((state: State): Hypothesis[] => {
  const { method, width, temperature, seed } = state;
  const chosen: Method = method === 'greedy' ? { kind: method }
    : method === 'beam' ? { kind: method, width } : { kind: method, temperature, seed };
  return generate(model(state), state.source, chosen);
}, ({ source, weights, causal, method, width, temperature, seed }) =>
  JSON.stringify([source, weights, causal, method, width, temperature, seed]));

/** The route for the word that is being written. */
export function pipeline(state: State): PipelineState {
  const { config, target_vocab: vocab } = translator(state.weights);
  const { words } = at(hypotheses(state), 0);
  const word = Math.min(state.word, words.length);
  return {
    ...initialState({ ...config, targetWords: vocab.length }),
    source: state.source, prefix: ['<start>', ...words.slice(0, word)], next: words[word] ?? '<end>',
  };
}

const layerName = ({ column, layer }: Stop): string =>
  `${column === 'encoder' ? '编码器' : '解码器'}${layer === undefined ? '' : `第 ${layer + 1} 层`}`;

/** The numbers of all stops, for one sentence and one prefix. */
const numbersOf = rememberLast(({ state, route }: { readonly state: State; readonly route: PipelineState }) =>
  trace(model(state), route.source, route.prefix), ({ state: { weights, causal }, route: { source, prefix } }) =>
  JSON.stringify([weights, causal, source, prefix]));

/** The stop that is looked at, with its numbers. */
export function visit(state: State, route = pipeline(state)): (Visit & { readonly numbers: Numbers }) | undefined {
  const stop = stops(route)[state.stop];
  if (stop === undefined) return undefined;
  const numbers = at(numbersOf({ state, route }), state.stop);
  const rows = numbers.kind === 'softmax' ? [route.next] : stop.column === 'encoder' ? route.source : route.prefix;
  const columns = numbers.kind === 'cross-attention' ? route.source : rows;
  const head = numbers.kind.endsWith('attention') ? `，第 ${state.head + 1} 头的权重` : '';
  return {
    stop, numbers, name: `${layerName(stop)}：${stop.station.label}${head}`,
    tensor: { numbers, pick: state, rows, columns, targetVocab: translator(state.weights).target_vocab },
  };
}

/** Columns of the table that is shown: for the slider. */
export function columnCount(state: State): number {
  const seen = visit(state);
  return seen === undefined ? 1 : at(tableOf(seen.numbers, state.head), 0).length;
}

function cellName(state: State, { numbers, tensor }: Visit & { readonly numbers: Numbers }): string {
  const { row, column } = withinTable(numbers, state);
  if (numbers.kind.endsWith('attention')) return `${at(tensor.rows, row)} 看 ${at(tensor.columns, column)}`;
  const words = numbers.kind === 'softmax' || numbers.kind === 'logits';
  return `${numbers.kind === 'softmax' ? '' : `${at(tensor.rows, row)} 行`}${words ? at(tensor.targetVocab, column) : `第 ${column + 1} 维`}`;
}

/** The translation, or the arithmetic of the number that is looked at. */
export function tell(state: State): string {
  const seen = visit(state);
  if (seen !== undefined) return `${seen.name}。${cellName(state, seen)}：${arithmetic(seen.numbers, state, model(state))}。`;
  const written = hypotheses(state).map(({ words, logProbability }) =>
    `${words.join(' ') || '（空）'}（概率 ${Math.exp(logProbability).toFixed(3)}）`);
  return `${state.source.join(' ')} → ${written.join('；')}。`;
}
