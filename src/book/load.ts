import { getEntry, render, type RenderResult } from 'astro:content';
import { refreshable, type Refreshable } from '../lib/refreshable.ts';
import { memoryCache, type ResultCache } from '../lib/result-cache.ts';
import { contentFolder } from './folder.ts';
import { handedOver } from './hand-over.ts';
import { changeDates, type ChangeDates } from './dates.ts';
import type { Book } from './model.ts';
import { readBook } from './read.ts';

const folder = contentFolder();
const handed = import.meta.env.DEV ? undefined : handedOver();
const book = refreshable(() => handed?.book() ?? readBook(folder).book);
const dates = refreshable(() => changeDates(folder.root, folder.content));

/** Read once in a build; read anew for each request of the author's live server. */
function current<T>(source: Refreshable<T>): Promise<T> {
  if (import.meta.env.DEV) source.drop();
  return Promise.resolve(source.get());
}

export function loadBook(): Promise<Book> {
  return current(book);
}

/** Where copies of chapters are kept between builds. */
export const keptCopies: ResultCache = handed?.copies ?? memoryCache();

/** Days of last change by file; see `lastChange`. */
export function loadDates(): Promise<ChangeDates> {
  return current(dates);
}

/** What the Markdown pipeline leaves for layouts; see markdown/pipeline.ts. */
export interface TocEntry {
  readonly depth: number;
  readonly id: string;
  readonly number: string;
  /** The heading as HTML; may hold formulas. */
  readonly html: string;
  readonly text: string;
}

export interface Rendered {
  readonly Content: RenderResult['Content'];
  readonly toc: readonly TocEntry[];
  /** Keys of cited works; the place in the list plus one is the number in the text. */
  readonly citations: readonly string[];
  /** Ids of the lexicon terms that the text links. */
  readonly terms: readonly string[];
}

async function rendered(collection: 'chapters' | 'pages', id: string): Promise<Rendered> {
  const entry = await getEntry(collection, id);
  if (entry === undefined) throw new Error(`content/${id}.mdx 不在内容集合里：检查文件名和 front matter。`);
  const { Content, remarkPluginFrontmatter: left } = await render(entry);
  return { Content, toc: left.toc ?? [], citations: left.citations ?? [], terms: left.terms ?? [] };
}

export function renderChapter(id: string): Promise<Rendered> {
  return rendered('chapters', id);
}

/** A page beside the outline, e.g. `about`. */
export function renderPage(id: string): Promise<Rendered> {
  return rendered('pages', id);
}
