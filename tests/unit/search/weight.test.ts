import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joinAux } from '../../../src/search/aux.ts';
import { buildAux } from '../../../src/search/build/aux-index.ts';
import { splitAux } from '../../../src/search/build/split-aux.ts';
import { book, grown } from '../../search/grown.ts';

const bytes = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;

test('the heading index of 150 chapters stays below 45 KB over the wire, and the rest of it is not lost', () => {
  const index = grown(buildAux(book, { index: 'zh-cn_0000000000000', probe: 'pagefind/index/zh-cn_0000000.pf_index' }));
  const split = splitAux(index);
  const first = split?.first ?? index;
  console.log(`${index.chapters.length} chapters, ${index.terms.length} terms: ${bytes(index)} bytes; first ${first.terms.length} terms, ${bytes(first)} bytes, then ${bytes(split?.rest ?? '')}`);
  expect(index.chapters.length).toBe(150);
  expect(bytes(first)).toBeLessThanOrEqual(45 * 1024);
  expect(first.terms.length).toBeGreaterThan(400);
  const whole = split === undefined ? index : joinAux(split.first, split.rest);
  expect(whole.chapters).toEqual(index.chapters);
  expect(whole.terms.map(([id]) => id).toSorted()).toEqual(index.terms.map(([id]) => id).toSorted());
});
