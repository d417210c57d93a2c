import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { BookContext, Terms } from '../markdown/context.ts';
import type { LabelName } from '../markdown/labels.ts';
import { termFinder } from './lexicon.ts';
import type { Book } from './model.ts';

/** A numbered thing of a written chapter. */
export function labelOf(book: Pick<Book, 'entries'>, chapterId: string, labelId: string): LabelName | undefined {
  const entry = book.entries.get(chapterId);
  const label = entry?.kind === 'written' ? entry.facts.labels.find(({ id }) => id === labelId) : undefined;
  return label && { tag: label.tag, number: label.number };
}

function linkedTerms(lexicon: Book['lexicon']): Terms {
  const linked = lexicon.filter(({ auto }) => auto);
  const find = termFinder(linked);
  return {
    version: createHash('sha256').update(JSON.stringify(linked)).digest('hex'),
    find: (text) => find(text).map(({ term, start, end }) => ({ id: term.id, home: term.home, start, end })),
  };
}

/** What the Markdown plugins may ask of a book. */
export function bookContext(book: Book): BookContext {
  const terms = linkedTerms(book.lexicon);
  return {
    chapter: (id) => {
      const entry = book.entries.get(id);
      return entry && { title: entry.title, written: entry.kind === 'written' };
    },
    label: (chapterId, labelId) => labelOf(book, chapterId, labelId),
    hasReference: (key) => book.references.has(key),
    terms: () => terms,
    drawing: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  };
}
