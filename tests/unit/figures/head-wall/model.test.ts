import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { translate, type Translator } from '../../../../src/figures/alignment-grid/transformer.ts';
import { figure } from '../../../../src/figures/head-wall/element.ts';
import { headWall, toggled, withoutHeads, write } from '../../../../src/figures/head-wall/model.ts';
import { drawHeadWall } from '../../../../src/figures/head-wall/view.ts';

const model = JSON.parse(
  readFileSync(new URL('../../../../content/llm/transformer/translator/weights.json', import.meta.url), 'utf8'),
) as Translator & { readonly held_out: readonly { readonly source: readonly string[] }[] };

const round = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1000) / 1000);
const said = (sentence: number, off: readonly number[]): string =>
  headWall(model, { sentence, off }).altered.map(({ word }) => word).join(' ');

describe('the wall of heads', () => {
  const wall = headWall(model, { sentence: 0, off: [] });

  test('shows the maps of the chapter: while writing love, heads 1 and 4 of layer 1 look at different words', () => {
    expect(wall.target).toEqual(['I', 'love', 'NLP']);
    expect(round(wall.maps[0]?.[0]?.[1] ?? [])).toEqual([0.03, 0.967, 0.003]);
    expect(round(wall.maps[0]?.[3]?.[1] ?? [])).toEqual([0.818, 0.154, 0.028]);
  });

  test('with nothing off the two translations agree', () => {
    expect(wall.altered).toEqual(wall.intact);
  });

  test('no single head changes 我 爱 自然语言处理', () => {
    expect(Array.from({ length: 8 }, (_value, index) => said(0, [index]))).toEqual(Array.from({ length: 8 }, () => 'I love NLP'));
  });

  test('heads 2 and 4 of layer 2 together turn it into its opposite', () => {
    expect(headWall(model, { sentence: 0, off: [5] }).altered[1]?.probability).toBeCloseTo(0.9755, 4);
    expect(headWall(model, { sentence: 0, off: [7] }).altered[1]?.probability).toBeCloseTo(0.9504, 4);
    expect(said(0, [5, 7])).toBe('I do not like NLP');
  });

  test('without head 2 of layer 1 the third person loses its ending', () => {
    expect(said(1, [])).toBe('she researches NLP');
    expect(said(1, [1])).toBe('she research NLP');
    expect(said(2, [1])).toBe('he machine learning');
  });

  test('writes the words that translate gives', () => {
    for (const { source } of model.held_out.slice(0, 3)) {
      expect(write(model, source).map(({ word }) => word)).toEqual(translate(model, source));
    }
  });

  test('switching a head off leaves the given model alone, and zeroes only the rows of W_O that read it', () => {
    const given = JSON.stringify(model.decoder);
    const altered = withoutHeads(model, [1]).decoder[0]?.cross_attention.W_O ?? [];
    const zero = altered.flatMap((row, i) => (row.every((value) => value === 0) ? [i] : []));
    expect(zero).toEqual([8, 9, 10, 11, 12, 13, 14, 15]);
    expect(JSON.stringify(model.decoder)).toBe(given);
  });

  test('a switch goes on and off again, and keeps the list in order', () => {
    expect(toggled([7], 5)).toEqual([5, 7]);
    expect(toggled([5, 7], 7)).toEqual([5]);
  });

  test('the drawing says the translations in words', () => {
    const state = { sentence: 0, off: [5, 7] };
    expect(drawHeadWall(state, headWall(model, state))).toContain('关掉第 2 层第 2 头、第 2 层第 4 头：I 0.9936，do 0.7247');
  });
});

describe('the figure in the reader’s hands', () => {
  test('opens with one head off and an unchanged translation', () => {
    expect(figure.announce(figure.initial, figure.initial)).toBe('关掉第 2 层第 4 头：译文 I love NLP，没有变。');
  });

  test('a second head turns the sentence round, and all heads come back at once', () => {
    const both = figure.update(figure.initial, { name: 'head', at: [5], value: '' });
    expect(figure.announce(both, figure.initial)).toBe('关掉第 2 层第 2 头、第 2 层第 4 头：译文 I do not like NLP，原来是 I love NLP。');
    expect(figure.update(both, { name: 'all-on', at: [], value: '' })).toEqual({ sentence: 0, off: [] });
  });

  test('refuses a state with a head that does not exist', () => {
    expect(figure.parse({ sentence: 0, off: [8] })).toBeUndefined();
  });
});
