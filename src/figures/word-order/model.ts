/** Self-attention over three words in two orders, with and without a position encoding of one dial. */

import { at, softmax, type Matrix } from '../alignment-grid/transformer.ts';
import { encoding } from '../position-dials/model.ts';

export interface WordOrderState {
  /** Index into `orders`: how the second sentence is arranged. */
  readonly order: number;
  /** Whether the encoding is added to the words. */
  readonly encoded: boolean;
}

/** The vectors of the chapter's hand example. */
export const vectors: Readonly<Record<string, readonly [number, number]>> = { 我: [1, 0], 爱: [0, 1], 你: [1, 1] };

/** The first is the sentence that all others are compared with. */
export const orders = ['我爱你', '你爱我', '爱我你', '爱你我', '我你爱', '你我爱'] as const;

export interface PlacedWord {
  readonly word: string;
  readonly input: readonly number[];
  readonly output: readonly number[];
}

/** W_Q is the identity, W_K swaps both dimensions, W_V = [[1, 2], [3, 0]]; n×2 → n×2. */
export function attend(inputs: Matrix): number[][] {
  const keys = inputs.map((x) => [at(x, 1), at(x, 0)]);
  const values = inputs.map((x) => [at(x, 0) + 3 * at(x, 1), 2 * at(x, 0)]);
  return inputs.map((query) => {
    const weights = softmax(keys.map((key) => (at(query, 0) * at(key, 0) + at(query, 1) * at(key, 1)) / Math.SQRT2));
    return [0, 1].map((column) => weights.reduce((sum, weight, j) => sum + weight * at(at(values, j), column), 0));
  });
}

/** One sentence, word by word. */
export function read(sentence: string, encoded: boolean): PlacedWord[] {
  const words = [...sentence];
  const inputs = words.map((word, position) => {
    const wave = encoding(position, 2, 10_000);
    return (vectors[word] ?? [0, 0]).map((value, j) => value + (encoded ? at(wave, j) : 0));
  });
  const outputs = attend(inputs);
  return words.map((word, i) => ({ word, input: at(inputs, i), output: at(outputs, i) }));
}

/** Whether a word has the same output in both sentences, up to rounding errors. */
export function unmoved(word: PlacedWord, original: readonly PlacedWord[]): boolean {
  const twin = original.find((other) => other.word === word.word);
  return twin?.output.every((value, j) => Math.abs(value - at(word.output, j)) < 1e-9) ?? false;
}

/** The words of the second sentence whose output is another than in the first. */
export function changed({ order, encoded }: WordOrderState): string[] {
  const original = read(orders[0], encoded);
  return read(at(orders, order), encoded).filter((word) => !unmoved(word, original)).map(({ word }) => word);
}
