import type { ContentFile } from '../book/files.ts';
import type { Book, BookPage, Chapter } from '../book/model.ts';
import type { Issue, Place } from '../lib/issue.ts';
import type { Setter } from '../markdown/katex.ts';

/** What the checks look at beside the book. */
export interface Surroundings {
  /** Every file of the content, by its path below the content folder. */
  readonly files: ReadonlyMap<string, ContentFile>;
  /** Files, by the same path, whose facts are missing from the book: nobody is blamed for what they would have said. */
  readonly unread: ReadonlySet<string>;
  /** Paths below `public/`. */
  readonly publicFiles: ReadonlySet<string>;
  /** Names of the figure components that chapters may use. */
  readonly figures: ReadonlySet<string>;
  /** Sets a formula as the build does. */
  readonly setFormula: Setter;
}

/** One rule, or a few that belong together: a pure function from the book to what breaks them. */
export type Check = (book: Book, around: Surroundings) => Issue[];

/** Anything with running text: a chapter or a page beside the outline. */
export type Text = Chapter | BookPage;

export function textsOf(book: Book): readonly Text[] {
  return [...book.chapters, ...book.pages];
}

export function issueIn(file: string, { line, column }: Place, message: string, hint: string): Issue {
  return { file, line, column, message, hint };
}

/** Makes a check of a rule that looks at one text at a time. */
export function eachText(rule: (text: Text, book: Book, around: Surroundings) => Issue[]): Check {
  return (book, around) => textsOf(book).flatMap((text) => rule(text, book, around));
}

/** Whether a chapter's file exists but says nothing, because it, or the outline of its part, could not be read. */
export function isUnread(id: string, { unread }: Surroundings): boolean {
  return unread.has(`${id}.mdx`) || unread.has(`${id.split('/')[0] ?? ''}/_part.yaml`);
}

/** Whether something may have gone unseen because a text could not be read. */
export function someTextUnread({ unread }: Surroundings): boolean {
  return [...unread].some((path) => path.endsWith('.mdx') || path.endsWith('_part.yaml'));
}
