import { describe, expect, test } from 'vitest';
import { decoderRoute, encoderRoute, initialState, type Route } from '../../../../src/figures/translation-pipeline/model.ts';
import { drawTranslationPipeline } from '../../../../src/figures/translation-pipeline/view.ts';

const state = initialState({ d_model: 32, d_ff: 64, heads: 4, layers: 2, targetWords: 30 });
const shapes = ({ before, repeated, after }: Route): string[] =>
  [...before, ...repeated, ...after].map(({ shape }) => shape.join('×'));
const norms = ({ repeated }: Route): number => repeated.filter(({ kind }) => kind === 'norm').length;

describe('the route of the chapter', () => {
  test('keeps three rows of 32 numbers all through the encoder', () => {
    expect(new Set(shapes(encoderRoute(state)))).toEqual(new Set(['3×32']));
  });

  test('ends the decoder with 30 scores a row, and uses one row', () => {
    expect(shapes(decoderRoute(state)).slice(-3)).toEqual(['2×32', '2×30', '1×30']);
  });

  test('normalises after every sub-layer: twice in the encoder, three times in the decoder', () => {
    expect([norms(encoderRoute(state)), norms(decoderRoute(state))]).toEqual([2, 3]);
  });

  test('grows by one row with every word written', () => {
    const later = decoderRoute({ ...state, prefix: ['<start>', 'I', 'love'], next: 'NLP' });
    expect(shapes(later)[0]).toBe('3×32');
  });
});

describe('the drawing', () => {
  const svg = drawTranslationPipeline(state);

  test('says openly that the paper repeats six times', () => {
    expect(svg).toContain('虚线框内重复 2 次');
    expect(svg).toContain('（论文 6 次）');
  });

  test('escapes the start sign', () => {
    expect(svg).toContain('&lt;start&gt;');
    expect(svg).not.toContain('<start>');
  });
});
