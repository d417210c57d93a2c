/** Where each word looks: the attention weights of any layer and head of the translator, for one sentence. */

import { at, decode, encode, translate, type Matrix, type Translator } from './transformer.ts';

export const attentions = ['cross', 'encoder', 'decoder'] as const;
/** Decoder to source, source to source, decoder to decoder. */
export type Attention = (typeof attentions)[number];

export interface AlignmentState {
  readonly source: readonly string[];
  /** The words written, without `<end>`. */
  readonly target: readonly string[];
  readonly attention: Attention;
  /** `weights[layer][head]` of that attention: row = who looks, column = what is looked at; rows sum to 1. */
  readonly weights: readonly (readonly Matrix[])[];
  /** Index of the layer that is shown. */
  readonly layer: number;
  /** Index of the head that is shown, or the mean of all heads. */
  readonly head: number | 'mean';
}

/** What the decoder has read when it writes each word of `target`. */
export function decoderInputs(target: readonly string[]): string[] {
  return ['<start>', ...target.slice(0, -1)];
}

/** Translates `source` and keeps one kind of attention of every layer and head; opens on the last layer's mean. */
export function alignmentState(model: Translator, source: readonly string[], attention: Attention = 'cross'): AlignmentState {
  const target = translate(model, source);
  const own: { readonly encoder: (readonly Matrix[])[]; readonly decoder: (readonly Matrix[])[] } = { encoder: [], decoder: [] };
  const memory = encode(model, source, (station) => {
    if (station.kind === 'self-attention') own.encoder.push(station.weights);
  });
  const { cross } = decode(model, decoderInputs(target), memory, (station) => {
    if (station.kind === 'self-attention') own.decoder.push(station.weights);
  });
  const weights = { ...own, cross }[attention];
  return { source, target, attention, weights, layer: weights.length - 1, head: 'mean' };
}

/** The weights that the state shows. */
export function shownWeights({ weights, layer, head }: AlignmentState): Matrix {
  const heads = at(weights, layer);
  if (head !== 'mean') return at(heads, head);
  return at(heads, 0).map((row, i) =>
    row.map((_weight, j) => heads.reduce((sum, rows) => sum + at(at(rows, i), j), 0) / heads.length));
}

/** The words that look (rows) and the words that are looked at (columns). */
export function axes({ attention, source, target }: AlignmentState): { readonly rows: readonly string[]; readonly columns: readonly string[] } {
  if (attention === 'encoder') return { rows: source, columns: source };
  return attention === 'cross'
    ? { rows: target, columns: source }
    : { rows: decoderInputs(target), columns: decoderInputs(target) };
}

/** What the decoder read last before it wrote word `index`. */
export function lastInput({ target }: AlignmentState, index: number): string {
  return index === 0 ? '<start>' : at(target, index - 1);
}
