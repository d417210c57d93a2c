import type { Book, Chapter } from '../../book/model.ts';
import { spellings } from '../../book/lexicon.ts';
import { packHeading, type PackedTerm, type SearchAux } from '../aux.ts';
import { pinyinTables } from './pinyin-tables.ts';
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

/** The heading-and-term index of a book; `probe` is a file of the full-text index that belongs to it. */
export function buildAux({ parts, chapters, entries, lexicon }: Book, probe = ''): SearchAux {
  const places = new Map(chapters.map(({ id }, index) => [id, index]));
  const terms = lexicon.map(({ id, home, zh, en, abbr, aliases }): PackedTerm =>
    [id, places.get(home) ?? -1, zh, en === id.replaceAll('-', ' ') ? '' : en, abbr ?? '', ...aliases]);
  const planned = [...entries.values()].filter(({ kind }) => kind === 'planned').map(({ title }) => title);
  const titles = chapters.flatMap(({ title, facts }) => [title, ...facts.headings.map(({ text }) => text)]);
  const names = [...lexicon.flatMap(spellings), ...titles, ...planned];
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
    vocabulary: vocabulary(chapters),
  };
}
