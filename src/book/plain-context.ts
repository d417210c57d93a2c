import type { PlainContext } from '../markdown/plain.ts';
import { labelOf } from './context.ts';
import type { Book } from './model.ts';
import { shortAuthors } from './references.ts';

/** What plain Markdown and notebooks take from the rest of the book. */
export function plainContext(book: Pick<Book, 'entries' | 'references'>): PlainContext {
  return {
    chapterTitle: (id) => book.entries.get(id)?.title,
    label: (chapterId, labelId) => labelOf(book, chapterId, labelId),
    source: (key) => {
      const work = book.references.get(key);
      return work && `${shortAuthors(work)}. ${work.title}. ${work.year}. <${work.address}>`;
    },
  };
}
