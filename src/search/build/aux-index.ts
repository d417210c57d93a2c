import type { Book, Chapter } from '../../book/model.ts';
import type { Term } from '../../book/schema.ts';
import { spellings, termFinder } from '../../book/lexicon.ts';
import { packHeading, type FullTextNames, type PackedTerm, type SearchAux } from '../aux.ts';
import { pinyinTables } from './pinyin-tables.ts';
import { stopWords } from './stop-words.ts';
import { traditionalTables } from './traditional.ts';
import { systemCut } from '../units.ts';

/** Latin words that the heading index holds for mending typing mistakes; the full text has all of them. */
const mostWords = 240;

/** Words of four letters on, and letters with a subscript: d_k. */
const latinWords = (text: string): string[] => text.toLowerCase().match(/[a-z][a-z0-9_]{3,23}|\b[a-z]_[a-z0-9]+/g) ?? [];

/**
 * Words that occur at least three times in the book (rarer ones are mistakes or names that nobody mistypes), those first that are
 * frequent where they stand and stand in few chapters: `multiprocessing` is looked for, `after` is not.
 */
export function vocabulary(chapters: readonly Chapter[]): string[] {
  const counts = new Map<string, { uses: number; chapters: number }>();
  for (const { facts } of chapters) {
    const texts = [...facts.prose.map(({ text }) => text), ...facts.fences.map(({ code }) => code), ...facts.formulas.map(({ tex }) => tex.replace(/\\[a-z]+|[{}]/gi, ' '))];
    const words = texts.flatMap(latinWords);
    for (const word of words) counts.set(word, { uses: (counts.get(word)?.uses ?? 0) + 1, chapters: counts.get(word)?.chapters ?? 0 });
    for (const word of new Set(words)) (counts.get(word) ?? { chapters: 0 }).chapters += 1;
  }
  const weight = (uses: number, having: number): number => uses * Math.log((chapters.length + 1) / having);
  return [...counts].filter(([, { uses }]) => uses >= 3)
    .toSorted(([, a], [, b]) => weight(b.uses, b.chapters) - weight(a.uses, a.chapters))
    .map(([word]) => word);
}

/** A Han word that stands in so large a share of the chapters says little about any of them. */
const commonFrom = 0.4;

/** Han words that stand in many chapters and name neither a term nor what a chapter is about: 自己, 不够, 一样. */
export function commonWords({ chapters, lexicon }: Pick<Book, 'chapters' | 'lexicon'>): string[] {
  const cut = systemCut();
  const names = new Set([...lexicon.flatMap((term) => spellings(term)), ...chapters.flatMap(({ title }) => cut(title))]);
  const having = new Map<string, number>();
  for (const { facts } of chapters) {
    const words = facts.prose.flatMap(({ text }) => text.match(/\p{Script=Han}+/gu) ?? []).flatMap(cut);
    for (const word of new Set(words)) having.set(word, (having.get(word) ?? 0) + 1);
  }
  return [...having].filter(([word, count]) => count > 2 && count >= commonFrom * chapters.length && !names.has(word)).map(([word]) => word).toSorted();
}

function auxChapter({ id, title, facts }: Chapter): SearchAux['chapters'][number] {
  const headings = facts.headings.flatMap(({ depth, text, id: anchor }) =>
    depth === 2 || depth === 3 ? [packHeading({ depth, text, id: anchor })] : []);
  return { id, title, headings };
}

/**
 * Chapters by the terms they explain: the home while it is written, until then the first chapter in reading order
 * that names the term in its title or a heading.
 */
function explainers({ lexicon, chapters }: Book): (term: Term) => number {
  const find = termFinder(lexicon);
  const homes = new Map(chapters.map(({ id }, index) => [id, index]));
  const named = new Map<string, number>();
  chapters.forEach(({ title, facts }, index) => {
    for (const { term } of [title, ...facts.headings.map(({ text }) => text)].flatMap(find)) {
      if (!named.has(term.id)) named.set(term.id, index);
    }
  });
  return ({ id, home }) => homes.get(home) ?? named.get(id) ?? -1;
}

/** The heading-and-term index of a book. */
export function buildAux(book: Book, fullText: FullTextNames = { index: '', probe: '' }): SearchAux {
  const { parts, chapters, entries, lexicon } = book;
  const explainedIn = explainers(book);
  const terms = lexicon.map((term): PackedTerm => {
    const { id, zh, en, abbr, aliases, typed } = term;
    return [id, explainedIn(term), zh, en === id.replaceAll('-', ' ') ? '' : en, abbr ?? '', ...aliases, ...typed];
  });
  const planned = [...entries.values()].filter(({ kind }) => kind === 'planned').map(({ title }) => title);
  const titles = chapters.flatMap(({ title, facts }) => [title, ...facts.headings.map(({ text }) => text)]);
  const names = [...lexicon.flatMap((term) => [...spellings(term), ...term.typed]), ...titles, ...planned];
  const words = [...new Set(names.flatMap((name) => name.match(/\p{Script=Han}{2,}/gu) ?? []))];
  // The browser reads these words off the titles, headings and terms themselves.
  const named = new Set(names.flatMap(latinWords));
  const own = [...titles, ...lexicon.map(({ zh }) => zh), ...planned].join('\n');
  const prose = chapters.flatMap(({ facts }) => facts.prose.map(({ text }) => text)).join('\n');
  return {
    parts: parts.map(({ id, title }) => ({ id, title })),
    sections: Object.fromEntries(parts.filter(({ divided }) => divided).flatMap(({ sections }) => sections.map(({ id, title }) => [id, title]))),
    chapters: chapters.map(auxChapter),
    planned, terms,
    ...pinyinTables(words),
    ...traditionalTables(own, prose),
    fullText,
    more: false,
    stop: stopWords,
    vocabulary: vocabulary(chapters).filter((word) => !named.has(word)).slice(0, mostWords).toSorted().join(' '),
  };
}
