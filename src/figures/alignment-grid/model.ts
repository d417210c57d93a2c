/** Where the decoder looks in the source sentence while it writes each word. */

import { at, decode, encode, translate, type Matrix, type Translator } from './transformer.ts';

export interface AlignmentState {
  readonly source: readonly string[];
  /** The words written, without `<end>`. */
  readonly target: readonly string[];
  /** `cross[layer][head]`: row = word being written, column = source word; rows sum to 1. */
  readonly cross: readonly (readonly Matrix[])[];
  /** Index of the decoder layer that is shown. */
  readonly layer: number;
  /** Index of the head that is shown, or the mean of all heads. */
  readonly head: number | 'mean';
}

/** Translates `source` and keeps the cross-attention of every layer and head; opens on the last layer's mean. */
export function alignmentState(model: Translator, source: readonly string[]): AlignmentState {
  const target = translate(model, source);
  const inputs = ['<start>', ...target.slice(0, -1)];
  const { cross } = decode(model, inputs, encode(model, source));
  return { source, target, cross, layer: cross.length - 1, head: 'mean' };
}

/** The weights that the state shows: target length × source length. */
export function shownWeights({ cross, layer, head }: AlignmentState): Matrix {
  const heads = at(cross, layer);
  if (head !== 'mean') return at(heads, head);
  return at(heads, 0).map((row, i) =>
    row.map((_weight, j) => heads.reduce((sum, rows) => sum + at(at(rows, i), j), 0) / heads.length));
}

/** What the decoder read last before it wrote word `index`. */
export function lastInput({ target }: AlignmentState, index: number): string {
  return index === 0 ? '<start>' : at(target, index - 1);
}
