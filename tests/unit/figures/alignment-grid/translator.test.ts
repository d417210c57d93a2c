import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { beamSearch, drawIndex, generate } from '../../../../src/figures/alignment-grid/decoding.ts';
import { randomNumbers } from '../../../../src/figures/kit/numbers.ts';
import { alignmentState } from '../../../../src/figures/alignment-grid/model.ts';
import { decode, encode, translate, withMask } from '../../../../src/figures/alignment-grid/transformer.ts';
import { samples, segment, vocabulary } from '../../../../src/figures/alignment-grid/vocabulary.ts';
import { loadTranslator, translator } from '../../../../src/figures/alignment-grid/weights.ts';

interface Recorded {
  readonly cases: readonly { readonly weights: string; readonly source: string[]; readonly target: string[]; readonly logits: number[][] }[];
}
const recorded = JSON.parse(readFileSync(new URL('../../../fixtures/figures/torch-logits.json', import.meta.url), 'utf8')) as Recorded;

beforeAll(async () => {
  await loadTranslator('sound');
  await loadTranslator('leaky');
});

test.each(recorded.cases)('$weights reads $source, $target and scores as torch does, within 1e-4', ({ weights, source, target, logits }) => {
  const model = translator(weights === 'weights.json' ? 'sound' : 'leaky');
  const own = decode(model, target, encode(model, source)).logits;
  expect(own.length).toBe(logits.length);
  logits.forEach((row, i) => row.forEach((logit, j) => expect(Math.abs((own[i]?.[j] ?? NaN) - logit)).toBeLessThan(1e-4)));
});

describe('the causal mask', () => {
  test('taken away, lets the first word look at the last', () => {
    const look = (causal: boolean): number | undefined =>
      alignmentState(withMask(translator('sound'), causal), ['我', '爱', '数学'], 'decoder').weights[0]?.[0]?.[0]?.[1];
    expect(look(true)).toBe(0);
    expect(look(false)).toBeGreaterThan(0);
  });

  test('missing in training, leaves a model that cannot write', () => {
    expect(translate(translator('leaky'), samples[0] ?? [])).not.toEqual(['I', 'love', 'NLP']);
  });
});

describe('decoding', () => {
  test('a beam of one word is greedy', () => {
    for (const source of samples) {
      expect(beamSearch(translator('sound'), source, 1)[0]?.words).toEqual(translate(translator('sound'), source));
    }
  });

  test('a wider beam never ends with a less likely best sentence', () => {
    for (const kind of ['sound', 'leaky'] as const) {
      const best = [1, 2, 3, 4].map((width) => beamSearch(translator(kind), samples[1] ?? [], width)[0]?.logProbability ?? NaN);
      expect(best.at(-1)).toBeGreaterThanOrEqual((best[0] ?? NaN) - 1e-12);
    }
  });

  test('hypotheses come best first, all different', () => {
    const found = beamSearch(translator('sound'), samples[1] ?? [], 4);
    expect(found).toHaveLength(4);
    expect(found.map(({ logProbability }) => logProbability)).toEqual(found.map(({ logProbability }) => logProbability).toSorted((a, b) => b - a));
    expect(new Set(found.map(({ words }) => words.join(' '))).size).toBe(4);
  });

  test('the same seed draws the same sentence, and a low temperature draws the greedy one', () => {
    const draw = (temperature: number, seed: number) => generate(translator('sound'), samples[0] ?? [], { kind: 'sample', temperature, seed })[0]?.words;
    expect(draw(3, 7)).toEqual(draw(3, 7));
    expect(draw(0.2, 7)).toEqual(['I', 'love', 'NLP']);
    expect(new Set([1, 2, 3, 4, 5].map((seed) => draw(5, seed)?.join(' '))).size).toBeGreaterThan(1);
  });

  test('a draw falls into the slice of its probability', () => {
    expect([0, 0.19, 0.2, 0.999].map((draw) => drawIndex([0.2, 0.3, 0.5], draw))).toEqual([0, 0, 1, 2]);
    const random = randomNumbers(1);
    const mean = Array.from({ length: 2000 }, random).reduce((sum, value) => sum + value, 0) / 2000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});

describe('the vocabulary', () => {
  test('is that of the weights files', () => {
    expect(['<pad>', ...vocabulary].toSorted()).toEqual(translator('sound').source_vocab.toSorted());
  });

  test.each([
    ['我爱自然语言处理', ['我', '爱', '自然语言处理']],
    ['我们不爱数学。', ['我们', '不', '爱', '数学']],
    ['hello 我 world', ['我']],
    ['我我我我我我我我', ['我', '我', '我', '我', '我', '我']],
  ])('splits %s into known words, the longest first', (sentence, words) => expect(segment(sentence)).toEqual(words));
});
