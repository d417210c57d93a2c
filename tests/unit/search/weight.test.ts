import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { contentFolder } from '../../../src/book/folder.ts';
import { readBook } from '../../../src/book/read.ts';
import type { SearchAux } from '../../../src/search/aux.ts';
import { buildAux } from '../../../src/search/build/aux-index.ts';

const { book } = readBook(contentFolder());
const planned = [...book.entries.values()].filter(({ kind }) => kind === 'planned');

/** Steps of a linear congruential generator: the same pieces at every run. */
function picker(): <T>(list: readonly T[]) => T {
  let state = 7;
  return (list) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return list[Math.floor((state / 2 ** 31) * list.length)] as (typeof list)[number];
  };
}

/**
 * The index of the finished outline: every planned chapter gets as many headings as the written ones have, as long as theirs,
 * cut from running text. Such pieces repeat less than real headings, so the estimate is rather too large.
 */
function grown(aux: SearchAux): SearchAux {
  const pick = picker();
  const headings = aux.chapters.flatMap((chapter) => chapter.headings);
  const common = ['练习', '来源与延伸'];
  const pieces = book.chapters.flatMap(({ facts }) => facts.prose.flatMap(({ text }) => text.split(/[\n。，、；：？！（）「」—…]/)))
    .filter((piece) => piece.length >= 4);
  const each = Math.ceil(headings.length / aux.chapters.length);
  const chapters = planned.map(({ id, title }) => ({
    id, title, headings: [...Array.from({ length: each - common.length }, () => pick(pieces).slice(0, Math.max(3, pick(headings).length))), ...common],
  }));
  // The lexicon holds terms of planned chapters already; it will have at least 600.
  const terms = aux.terms.slice(0, Math.max(0, 600 - aux.terms.length)).map(([id, home, ...names]): SearchAux['terms'][number] => {
    const [zh, en, abbr, ...aliases] = names.map((name) => (name === '' ? '' : pick(pieces).slice(0, Math.max(2, name.length))));
    return [`${id}-${pick(pieces).length}`, home, zh ?? '', en ?? '', abbr ?? '', ...aliases];
  });
  return { ...aux, chapters: [...aux.chapters, ...chapters], terms: [...aux.terms, ...terms], planned: [] };
}

test('the heading index of 150 chapters stays below 45 KB over the wire', () => {
  const index = grown(buildAux(book, 'pagefind/index/zh-cn_0000000.pf_index'));
  const bytes = brotliCompressSync(JSON.stringify(index)).length;
  console.log(`${index.chapters.length} chapters, ${index.terms.length} terms: ${bytes} bytes`);
  expect(index.chapters.length).toBeGreaterThanOrEqual(150);
  expect(bytes).toBeLessThanOrEqual(45 * 1024);
});
