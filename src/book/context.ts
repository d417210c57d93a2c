import type { BookContext } from '../markdown/context.ts';
import type { Label } from '../markdown/labels.ts';
import { termFinder } from './lexicon.ts';
import type { Book } from './model.ts';

/** A numbered thing of a written chapter. */
export function labelOf(book: Pick<Book, 'entries'>, chapterId: string, labelId: string): Label | undefined {
  const entry = book.entries.get(chapterId);
  return entry?.kind === 'written' ? entry.facts.labels.find(({ id }) => id === labelId) : undefined;
}

/** What the Markdown plugins may ask of a book. */
export function bookContext(book: Book): BookContext {
  const find = termFinder(book.lexicon.filter(({ auto }) => auto));
  return {
    chapter: (id) => {
      const entry = book.entries.get(id);
      return entry && { title: entry.title, written: entry.kind === 'written' };
    },
    label: (chapterId, labelId) => labelOf(book, chapterId, labelId),
    hasReference: (key) => book.references.has(key),
    findTerms: (text) => find(text).map(({ term, start, end }) => ({ id: term.id, home: term.home, start, end })),
  };
}
