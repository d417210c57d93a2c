import { contentFolder } from '../../src/book/folder.ts';
import { readBook } from '../../src/book/read.ts';
import type { SearchAux } from '../../src/search/aux.ts';

export const { book } = readBook(contentFolder());
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
 * The index of 150 chapters: planned ones get as many headings as the written ones have on average, as long as theirs,
 * cut from running text. Such pieces repeat less than real headings, so the estimate is rather too large.
 */
export function grown(aux: SearchAux): SearchAux {
  const pick = picker();
  const headings = aux.chapters.flatMap((chapter) => chapter.headings);
  const common = ['练习', '来源与延伸'];
  const pieces = book.chapters.flatMap(({ facts }) => facts.prose.flatMap(({ text }) => text.split(/[\n。，、；：？！（）「」—…]/)))
    .filter((piece) => piece.length >= 4);
  const each = Math.round(headings.length / aux.chapters.length);
  const heading = (like: string): string => (like.startsWith('\t') ? '\t' : '') + pick(pieces).slice(0, Math.max(3, like.trim().length));
  const chapters = planned.slice(0, 150 - aux.chapters.length).map(({ id, title }) => ({
    id, title, headings: [...Array.from({ length: each - common.length }, () => heading(pick(headings))), ...common],
  }));
  // Every chapter brings terms of its own, as many as the written ones have; those that planned chapters own already are among them.
  const written = new Set(book.chapters.map(({ id }) => id));
  const own = book.lexicon.filter(({ home }) => written.has(home)).length;
  const latin = [...new Set(book.chapters.flatMap(({ facts }) => facts.prose.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [])))];
  const name = (like: string): string => (/^[ -~]+$/.test(like) ? like.split(' ').map(() => pick(latin)).join(' ') : pick(pieces).slice(0, like.length));
  const places = Array.from({ length: 150 }, (_, place) => place);
  const missing = Math.round((own / book.chapters.length) * 150) - aux.terms.length;
  const terms = Array.from({ length: Math.max(0, missing) }, (): SearchAux['terms'][number] => {
    const [id, , zh, en, abbr, ...aliases] = pick(aux.terms);
    return [id.split('-').map(() => pick(latin)).join('-'), pick(places), name(zh), en === '' ? '' : name(en), abbr === '' ? '' : pick(latin).slice(0, 3).toUpperCase(), ...aliases.map(name)];
  });
  const known = aux.terms.map(([id, home, ...names]): SearchAux['terms'][number] => [id, home < 0 ? pick(places) : home, ...names]);
  return { ...aux, chapters: [...aux.chapters, ...chapters], terms: [...known, ...terms], planned: [] };
}
