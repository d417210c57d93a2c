import { expect, test } from 'vitest';
import { cacheBytes, initialState, schemes, shapes, sizeText } from '../../../../src/figures/kv-ledger/model.ts';

const own = (name: string): { readonly layers: number; readonly perToken: number } => {
  const shape = shapes.find((candidate) => candidate.name === name);
  const used = shape === undefined ? [] : schemes(shape).filter((scheme) => scheme.used);
  expect(used).toHaveLength(1);
  return { layers: shape?.layers ?? NaN, perToken: used[0]?.perToken ?? NaN };
};

test.each([
  ['Llama 2 7B', 12, '2 GiB'],
  ['Llama 3 8B', 13, '1 GiB'],
  ['Llama 3 70B', 13, '2.5 GiB'],
  ['GPT-2（124M）', 10, '36 MiB'],
  ['DeepSeek-V3', 15, '2.14 GiB'],
])('%s with 2^%i tokens in bf16 takes %s', (name, power, size) => {
  const { layers, perToken } = own(name);
  expect(sizeText(cacheBytes(layers, perToken, { ...initialState, power }))).toBe(size);
});

test('the cache grows in proportion to tokens, batch and bytes', () => {
  const base = cacheBytes(32, 2048, initialState);
  expect(cacheBytes(32, 2048, { ...initialState, power: 14, batch: 3, bytes: 4 })).toBe(base * 2 * 3 * 2);
});

test.each([[512, '512 B'], [1024, '1 KiB'], [1536, '1.5 KiB'], [2 ** 40, '1 TiB']])('%i bytes are written %s', (bytes, words) =>
  expect(sizeText(bytes)).toBe(words));
