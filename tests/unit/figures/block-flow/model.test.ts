import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encode, type Translator } from '../../../../src/figures/alignment-grid/transformer.ts';
import { blockFlow, lengthAt, type BlockFlowState, type Traces } from '../../../../src/figures/block-flow/model.ts';
import { drawBlockFlow } from '../../../../src/figures/block-flow/view.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/llm/transformer/${path}`, import.meta.url), 'utf8'));
const traces = read('architecture/traces.json') as Traces;
const translator = read('translator/weights.json') as Translator;
const twin = read('architecture/weights-pre.json') as Translator;

const show = (change: Partial<BlockFlowState>) => blockFlow(traces, { norm: 'post', layer: 1, sentence: 0, ...change });
const rounded = (value: number): number => Math.round(value * 100) / 100;

describe('the two blocks', () => {
  test('post-LN brings the stream back to about √32 after every sub-layer', () => {
    const { encoder, decoder } = show({});
    for (const { after } of [...encoder.subLayers, ...decoder.subLayers]) expect(Math.abs(after - Math.sqrt(32))).toBeLessThan(0.2);
  });

  test('under pre-LN the stream grows as in the chapter, and the final norm shortens it', () => {
    const first = show({ norm: 'pre' });
    const second = show({ norm: 'pre', layer: 2 });
    expect(rounded(first.encoder.entry)).toBe(8.36);
    expect(first.encoder.subLayers.map(({ after }) => rounded(after))).toEqual([8.21, 10.5]);
    expect(rounded(second.encoder.subLayers[1]?.after ?? 0)).toBe(11.29);
    expect(rounded(second.encoder.exit)).toBe(5.84);
    expect(rounded(first.decoder.entry)).toBe(6.72);
    expect(rounded(second.decoder.subLayers[2]?.after ?? 0)).toBe(16.91);
    expect(rounded(second.decoder.exit)).toBe(7.5);
  });

  test('a layer begins where the one below ends', () => {
    expect(show({ norm: 'pre', layer: 2 }).decoder.entry).toBe(show({ norm: 'pre' }).decoder.subLayers[2]?.after);
  });

  test('the recorded encoder output is the one that the forward pass in the page computes', () => {
    traces.sentences.forEach(({ source }, sentence) => {
      const rows = encode(translator, source).map((row) => Math.hypot(...row));
      const mean = rows.reduce((sum, value) => sum + value, 0) / rows.length;
      expect(show({ sentence }).encoder.exit).toBeCloseTo(mean, 2);
    });
  });

  test('the parameters of both drawn blocks, with their norms, are those of the layers in the weight files', () => {
    const count = (node: unknown): number =>
      typeof node === 'number' ? 1 : Object.values(node as object).reduce((sum: number, part: unknown) => sum + count(part), 0);
    const drawn = (parts: readonly { readonly parameters: number }[]): number =>
      parts.reduce((sum, { parameters }) => sum + parameters + 2 * traces.config.d_model, 0);
    const { encoder, decoder } = show({});
    for (const model of [translator, twin]) {
      expect(drawn(encoder.subLayers)).toBe(count(model.encoder[0]));
      expect(drawn(decoder.subLayers)).toBe(count(model.decoder[0]));
    }
  });

  test('a point that was not recorded is refused', () => {
    expect(() => lengthAt(traces.post[0]?.encoder ?? [], 2, 'final')).toThrow(RangeError);
  });

  test('the drawing says its numbers in words', () => {
    const state: BlockFlowState = { norm: 'pre', layer: 2, sentence: 0 };
    expect(drawBlockFlow(state, blockFlow(traces, state))).toContain('前馈之后 16.91，整个栈的出口 7.50');
  });
});
