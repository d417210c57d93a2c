import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alignmentState, lastInput, shownWeights } from '../../../../src/figures/alignment-grid/model.ts';
import { at, decode, encode, softmax, translate, type Matrix, type Translator } from '../../../../src/figures/alignment-grid/transformer.ts';
import { drawAlignmentGrid } from '../../../../src/figures/alignment-grid/view.ts';

interface Saved extends Translator {
  readonly held_out: readonly { readonly source: readonly string[]; readonly target: readonly string[] }[];
}

const load = (name: string): Saved =>
  JSON.parse(readFileSync(new URL(`../../../../content/llm/transformer/translator/${name}.json`, import.meta.url), 'utf8')) as Saved;
const model = load('weights');
const source = ['我', '爱', '自然语言处理'];
const rounded = (matrix: Matrix): number[][] => matrix.map((row) => row.map((value) => Math.round(value * 1000) / 1000));

describe('the forward pass', () => {
  test('gives the memory of the chapter, one row per word', () => {
    const memory = encode(model, source);
    expect(memory.map((row) => row.length)).toEqual([32, 32, 32]);
    expect(rounded([at(memory, 0).slice(0, 4)])).toEqual([[0.281, 0.617, -0.841, -0.424]]);
  });

  test('scores love, like and you as the chapter prints them', () => {
    const scores = at(decode(model, ['<start>', 'I'], encode(model, source)).logits, 1);
    const score = (word: string): number => at(scores, model.target_vocab.indexOf(word));
    expect(rounded([[score('love'), score('like'), score('you')]])).toEqual([[11.683, 2.242, 1.571]]);
    expect(Math.max(...softmax(scores))).toBeCloseTo(0.99957, 5);
  });

  test('a later word changes no earlier row under the causal mask', () => {
    const memory = encode(model, source);
    const first = (last: string): Matrix => decode(model, ['<start>', 'I', last], memory).logits.slice(0, 2);
    expect(first('love')).toEqual(first('music'));
  });

  test('translates all held-out sentences, and the leaky weights almost none', () => {
    const right = (translator: Saved): number =>
      translator.held_out.filter((pair) => translate(translator, pair.source).join(' ') === pair.target.join(' ')).length;
    expect(right(model)).toBe(100);
    expect(right(load('weights-leaky'))).toBe(1);
  });

  test('refuses a word outside the vocabulary by name', () => {
    expect(() => encode(model, ['编程'])).toThrow('「编程」不在词表里');
  });
});

describe('the alignment grid', () => {
  const state = alignmentState(model, source);

  test('opens with the three rows of the chapter', () => {
    expect(state.target).toEqual(['I', 'love', 'NLP']);
    expect(rounded(shownWeights(state))).toEqual([[0.893, 0.096, 0.011], [0.177, 0.763, 0.06], [0.004, 0.018, 0.978]]);
  });

  test('every row of every layer and head sums to 1', () => {
    for (const layer of [0, 1]) {
      for (const head of [0, 1, 2, 3, 'mean'] as const) {
        for (const row of shownWeights({ ...state, layer, head })) {
          expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        }
      }
    }
  });

  test('names the word that the decoder read last', () => {
    expect(state.target.map((_word, index) => lastInput(state, index))).toEqual(['<start>', 'I', 'love']);
  });

  test('the drawing says its numbers in words', () => {
    expect(drawAlignmentGrid(state)).toContain('写 love 时 我 0.177，爱 0.763，自然语言处理 0.060');
  });
});
