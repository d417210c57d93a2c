/**
 * The forward pass of the chapter's small BERT, in plain arrays.
 * Rows are tokens, weights are [input][output], so a projection is x·W + b (bert/train.py documents the file).
 */

import { at, softmax, type Matrix, type Vector } from '../alignment-grid/transformer.ts';

interface Norm { readonly gamma: Vector; readonly beta: Vector }

interface Layer {
  readonly W_Q: Matrix; readonly b_Q: Vector; readonly W_K: Matrix; readonly b_K: Vector;
  readonly W_V: Matrix; readonly b_V: Vector; readonly W_O: Matrix; readonly b_O: Vector;
  readonly W_1: Matrix; readonly b_1: Vector; readonly W_2: Matrix; readonly b_2: Vector;
  readonly norm1: Norm; readonly norm2: Norm;
}

/** The part of both.json, left.json and right.json that filling a blank reads. */
export interface Encoder {
  readonly config: { readonly heads: number; readonly eps: number; readonly see: string };
  readonly vocab: readonly string[];
  readonly word: Matrix;
  readonly position: Matrix;
  readonly segment: Matrix;
  readonly embedding_norm: Norm;
  readonly layers: readonly Layer[];
  readonly mlm: { readonly W: Matrix; readonly b: Vector; readonly norm: Norm; readonly bias: Vector };
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * at(b, i), 0);
const plus = (a: Vector, b: Vector): number[] => a.map((value, i) => value + at(b, i));
const added = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => plus(row, at(b, i)));

function affine(x: Matrix, W: Matrix, b: Vector): number[][] {
  const columns = b.map((_value, j) => W.map((row) => at(row, j)));
  return x.map((row) => columns.map((column, j) => dot(row, column) + at(b, j)));
}

/** GELU by its tanh approximation, as in the released code. */
const gelu = (x: Matrix): number[][] =>
  x.map((row) => row.map((v) => 0.5 * v * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v ** 3)))));

function normalize(x: Matrix, { gamma, beta }: Norm, eps: number): number[][] {
  return x.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    return row.map((value, j) => ((value - mean) / Math.sqrt(variance + eps)) * at(gamma, j) + at(beta, j));
  });
}

const visible = (see: string, i: number, j: number): boolean => see === 'both' || (see === 'left' ? j <= i : j >= i);

function attend(x: Matrix, p: Layer, heads: number, see: string): number[][] {
  const [Q, K, V] = [affine(x, p.W_Q, p.b_Q), affine(x, p.W_K, p.b_K), affine(x, p.W_V, p.b_V)];
  const size = at(Q, 0).length / heads;
  const joined = Q.map((query, i) =>
    Array.from({ length: heads }, (_value, head) => {
      const part = (row: Vector): Vector => row.slice(head * size, (head + 1) * size);
      const weights = softmax(K.map((key, j) =>
        (visible(see, i, j) ? dot(part(query), part(key)) / Math.sqrt(size) : -Infinity)));
      return V.map(part).reduce<number[]>(
        (sum, value, j) => sum.map((s, c) => s + at(weights, j) * at(value, c)), Array.from({ length: size }, () => 0));
    }).flat());
  return affine(joined, p.W_O, p.b_O);
}

/** Tokens with `[CLS]` and `[SEP]` → one distribution over the vocabulary per position. Throws a RangeError for an unknown word. */
export function fill(model: Encoder, tokens: readonly string[]): number[][] {
  const { heads, eps, see } = model.config;
  const ids = tokens.map((token) => {
    const id = model.vocab.indexOf(token);
    if (id < 0) throw new RangeError(`「${token}」不在词表里`);
    return id;
  });
  const sum = ids.map((id, i) => plus(plus(at(model.word, id), at(model.position, i)), at(model.segment, 0)));
  const x = model.layers.reduce((rows, p) => {
    const mixed = normalize(added(rows, attend(rows, p, heads, see)), p.norm1, eps);
    return normalize(added(mixed, affine(gelu(affine(mixed, p.W_1, p.b_1)), p.W_2, p.b_2)), p.norm2, eps);
  }, normalize(sum, model.embedding_norm, eps));
  const h = normalize(gelu(affine(x, model.mlm.W, model.mlm.b)), model.mlm.norm, eps);
  return h.map((row) => softmax(model.word.map((word, id) => dot(row, word) + at(model.mlm.bias, id))));
}
