/**
 * The forward pass of the small translator, in plain arrays: what the chapter computes with NumPy.
 * Rows are tokens, weights are [input][output], so a projection is x·W (translator/train.py documents the file).
 */

import type { AttentionWeights, FeedForwardWeights, Matrix, NormWeights, Translator, Vector } from './weights.ts';

export type { AttentionWeights, Matrix, Translator, Vector } from './weights.ts';

/**
 * What one station of the pass computed, in the order of the pass: the numbers that its output is made of.
 * `output` has one row per word; `weights` and `scores` (scaled, −Infinity where masked) are heads × queries × keys.
 */
export type Station =
  | { readonly kind: 'embedding'; readonly output: Matrix; readonly scaled: Matrix; readonly waves: Matrix }
  | {
    readonly kind: 'self-attention' | 'cross-attention';
    readonly output: Matrix;
    readonly scores: readonly Matrix[];
    readonly weights: readonly Matrix[];
  }
  | { readonly kind: 'norm'; readonly output: Matrix; readonly x: Matrix; readonly added: Matrix; readonly weights: NormWeights }
  | { readonly kind: 'feed-forward'; readonly output: Matrix; readonly hidden: Matrix }
  | { readonly kind: 'logits'; readonly output: Matrix };

/** Told of every station; by default nobody listens. */
export type Listener = (station: Station) => void;
const nobody: Listener = () => undefined;

/** What one decoder pass leaves behind; `cross[layer][head]` is target length × source length. */
export interface Decoding {
  readonly logits: Matrix;
  readonly cross: readonly (readonly Matrix[])[];
}

/** The element at `index`. Throws a RangeError outside the list, where plain indexing would give undefined. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`index ${index} is outside 0..${list.length - 1}`);
  return item;
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, index) => sum + value * at(b, index), 0);
const transpose = (m: Matrix): number[][] => at(m, 0).map((_value, column) => m.map((row) => at(row, column)));
const add = (a: Matrix, b: Matrix): number[][] =>
  a.map((row, i) => row.map((value, j) => value + at(at(b, i), j)));

function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

const affine = (x: Matrix, W: Matrix, b: Vector): number[][] =>
  multiply(x, W).map((row) => row.map((value, j) => value + at(b, j)));

/** Subtracting the maximum leaves the result unchanged; a score of −Infinity gets weight 0. */
export function softmax(scores: Vector): number[] {
  const peak = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - peak));
  const total = exps.reduce((sum, value) => sum + value, 0);
  return exps.map((value) => value / total);
}

/** Layer normalisation of every row, with the biased variance. */
function normalize(x: Matrix, { gamma, beta }: NormWeights, eps: number): number[][] {
  return x.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    return row.map((value, j) => ((value - mean) / Math.sqrt(variance + eps)) * at(gamma, j) + at(beta, j));
  });
}

function feedForward(x: Matrix, p: FeedForwardWeights, tell: Listener): number[][] {
  const hidden = affine(x, p.W_1, p.b_1).map((row) => row.map((value) => Math.max(0, value)));
  const output = affine(hidden, p.W_2, p.b_2);
  tell({ kind: 'feed-forward', output, hidden });
  return output;
}

/** The residual sum, then layer normalisation (post-LN). */
function addAndNorm(x: Matrix, added: Matrix, p: NormWeights, eps: number, tell: Listener): number[][] {
  const output = normalize(add(x, added), p, eps);
  tell({ kind: 'norm', output, x, added, weights: p });
  return output;
}

/** n×d → heads × n × d/heads: head i owns the i-th run of columns. */
function splitHeads(x: Matrix, heads: number): number[][][] {
  const size = at(x, 0).length / heads;
  return Array.from({ length: heads }, (_value, head) => x.map((row) => row.slice(head * size, (head + 1) * size)));
}

/** Queries come from `x`, keys and values from `memory`; with `causal`, row i sees columns 0..i. */
function attend(
  x: Matrix, memory: Matrix, p: AttentionWeights, heads: number, causal: boolean,
): { readonly output: number[][]; readonly scores: number[][][]; readonly weights: number[][][] } {
  const keys = splitHeads(multiply(memory, p.W_K), heads);
  const values = splitHeads(multiply(memory, p.W_V), heads);
  const scores = splitHeads(multiply(x, p.W_Q), heads).map((queries, head) =>
    queries.map((query, i) =>
      at(keys, head).map((key, j) => (causal && j > i ? -Infinity : dot(query, key) / Math.sqrt(key.length)))));
  const weights = scores.map((rows) => rows.map(softmax));
  const perHead = weights.map((rows, head) => multiply(rows, at(values, head)));
  const joined = x.map((_row, i) => perHead.flatMap((rows) => at(rows, i)));
  return { output: multiply(joined, p.W_O), scores, weights };
}

/** sin in even dimensions, cos in odd ones, at frequency 10000^(−2k/d). */
function positionalEncoding(position: number, d: number): number[] {
  return Array.from({ length: d }, (_value, j) => {
    const angle = position * 10000 ** (-(j - (j % 2)) / d);
    return j % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}

/** Words → n×d. Throws a RangeError that names a word outside the vocabulary. */
function embed(words: readonly string[], vocab: readonly string[], table: Matrix, tell: Listener): Matrix {
  const d = at(table, 0).length;
  const scaled = words.map((word) => {
    const id = vocab.indexOf(word);
    if (id < 0) throw new RangeError(`「${word}」不在词表里；词表：${vocab.join(' ')}`);
    return at(table, id).map((value) => value * Math.sqrt(d));
  });
  const waves = words.map((_word, position) => positionalEncoding(position, d));
  const output = add(scaled, waves);
  tell({ kind: 'embedding', output, scaled, waves });
  return output;
}

/** Source words → memory, one row of d numbers per word. */
export function encode(model: Translator, words: readonly string[], tell: Listener = nobody): Matrix {
  const { heads, eps } = model.config;
  return model.encoder.reduce<Matrix>((x, p) => {
    const read = attend(x, x, p.self_attention, heads, false);
    tell({ kind: 'self-attention', ...read });
    const mixed = addAndNorm(x, read.output, p.norm1, eps, tell);
    return addAndNorm(mixed, feedForward(mixed, p.feed_forward, tell), p.norm2, eps, tell);
  }, embed(words, model.source_vocab, model.source_embedding, tell));
}

/** Row i of the logits scores the word after `words[i]`; `words` starts with `<start>`. */
export function decode(model: Translator, words: readonly string[], memory: Matrix, tell: Listener = nobody): Decoding {
  const { heads, eps, causal } = model.config;
  const cross: number[][][][] = [];
  const last = model.decoder.reduce<Matrix>((y, p) => {
    const own = attend(y, y, p.self_attention, heads, causal);
    tell({ kind: 'self-attention', ...own });
    const prefix = addAndNorm(y, own.output, p.norm1, eps, tell);
    const read = attend(prefix, memory, p.cross_attention, heads, false);
    tell({ kind: 'cross-attention', ...read });
    cross.push(read.weights);
    const joined = addAndNorm(prefix, read.output, p.norm2, eps, tell);
    return addAndNorm(joined, feedForward(joined, p.feed_forward, tell), p.norm3, eps, tell);
  }, embed(words, model.target_vocab, model.target_embedding, tell));
  const logits = affine(last, model.output.W, model.output.b);
  tell({ kind: 'logits', output: logits });
  return { logits, cross };
}

/** The same weights with or without the decoder's causal mask. */
export function withMask(model: Translator, causal: boolean): Translator {
  return { ...model, config: { ...model.config, causal } };
}

/** Greedy translation: encodes once, decodes once per word, stops before `<end>` or after `limit` words. */
export function translate(model: Translator, source: readonly string[], limit = 10): string[] {
  const memory = encode(model, source);
  const words = ['<start>'];
  while (words.length <= limit) {
    const scores = at(decode(model, words, memory).logits, words.length - 1);
    const best = at(model.target_vocab, scores.indexOf(Math.max(...scores)));
    if (best === '<end>') break;
    words.push(best);
  }
  return words.slice(1);
}
