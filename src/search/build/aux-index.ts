import type { Book, Chapter } from '../../book/model.ts';
import type { Term } from '../../book/schema.ts';
import { spellings, termFinder } from '../../book/lexicon.ts';
import { packHeading, type PackedTerm, type SearchAux } from '../aux.ts';
import { pinyinTables } from './pinyin-tables.ts';
import { stopWords } from './stop-words.ts';
import { traditionalTables } from './traditional.ts';

/** Latin words kept for mending typing mistakes: the most frequent ones. */
const mostWords = 800;

/** Words of four letters on, and letters with a subscript: d_k. */
const latinWords = (text: string): string[] => text.toLowerCase().match(/[a-z][a-z0-9_]{3,23}|\b[a-z]_[a-z0-9]+/g) ?? [];

/** Words that occur at least three times in the book: rarer ones are mistakes or names that nobody mistypes. */
function vocabulary(chapters: readonly Chapter[]): string {
  const counts = new Map<string, number>();
  const texts = chapters.flatMap(({ facts }) => [...facts.prose.map(({ text }) => text), ...facts.fences.map(({ code }) => code), ...facts.formulas.map(({ tex }) => tex.replace(/\\[a-z]+|[{}]/gi, ' '))]);
  for (const word of texts.flatMap(latinWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 3).toSorted((a, b) => b[1] - a[1]).slice(0, mostWords)
    .map(([word]) => word).toSorted().join(' ');
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

/** The heading-and-term index of a book; `probe` is a file of the full-text index that belongs to it. */
export function buildAux(book: Book, probe = ''): SearchAux {
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
  const text = [...titles, ...lexicon.map(({ zh }) => zh), ...planned, ...chapters.flatMap(({ facts }) => facts.prose.map((run) => run.text))].join('\n');
  return {
    parts: parts.map(({ id, title }) => ({ id, title })),
    sections: Object.fromEntries(parts.filter(({ divided }) => divided).flatMap(({ sections }) => sections.map(({ id, title }) => [id, title]))),
    chapters: chapters.map(auxChapter),
    planned, terms,
    ...pinyinTables(words),
    ...traditionalTables(text),
    probe,
    stop: stopWords,
    vocabulary: vocabulary(chapters),
  };
}
