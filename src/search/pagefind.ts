import type { FullTextNames } from './aux.ts';
import { mark, type FullText, type FullTextHit, type PageText, type Passage } from './full-text.ts';

/** What this site uses of a Pagefind fragment. */
export interface Fragment {
  /** Words with white space or U+200B between; `<` and `>` escaped. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly location: number }[];
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Fragment>;
}

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (term: string, options: object) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** Pagefind ends blocks with a full stop of its own; in Chinese it is a foreign body. */
function tidy(text: string): string {
  return text
    .replaceAll('\u200B', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    .replace(/([\p{Script=Han}」』）\uE001\uE003])\. /gu, '$1。')
    .replace(/([。，；：？！\uE004])\.? ?/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts a page at its h2 and h3; locations count words. */
export function pageText({ raw_content: raw, meta, anchors }: Fragment): PageText {
  const words = [...raw.matchAll(/[^\s\u200B]+/g)];
  const starts = [{ id: '', offset: 0 }, ...anchors.filter(({ element }) => /h[23]/.test(element))
    .map(({ id, location }) => ({ id, offset: words[location]?.index ?? raw.length }))];
  const passages = starts.map(({ id, offset }, index): Passage => {
    const text = tidy(raw.slice(offset, starts[index + 1]?.offset));
    return { id, text, body: text.indexOf(mark.headingEnd) + 1 };
  });
  return { chapter: meta['id'] ?? '', passages, about: meta['t'] ?? '' };
}

/**
 * What Pagefind fetches one after another before its first search. Asked for all at once, it lies in the browser's cache,
 * or is on its way there, when Pagefind asks.
 */
function fetchEarly(folder: string, index: string): void {
  for (const file of ['pagefind-worker.js', `pagefind-entry.json?ts=${index}`, `pagefind.${index}.pf_meta`, 'wasm.unknown.pagefind']) {
    fetch(folder + file).then((response) => response.blob()).catch(() => undefined);
  }
}

async function open(base: string, index: string, attempt: number): Promise<Pagefind> {
  const folder = `${base}pagefind/`;
  if (attempt === 0) fetchEarly(folder, index);
  // A failed import is remembered by the browser: another address makes another try.
  const loaded = await import(/* @vite-ignore */ `${folder}pagefind.js${attempt === 0 ? '' : `?try=${attempt}`}`) as Pagefind;
  await loaded.options({
    basePath: folder, baseUrl: base, ranking: { metaWeights: { title: 0, k: 5, h: 2, t: 1 } }, ...(attempt === 0 && { metaCacheTag: index }),
  });
  await loaded.init();
  return loaded;
}

/** Silence is failure: blocked WebAssembly leaves Pagefind waiting for ever. */
function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, milliseconds);
    promise.then(resolve, reject);
  });
}

/** Pagefind as a full-text engine. Loads at the first search, again after a failure; pages are kept once read. */
export class PagefindText implements FullText {
  readonly #base: string;
  readonly #names: FullTextNames;
  #attempt = 0;
  #whole = false;
  #words: Promise<readonly string[]> | undefined;
  #opened: Promise<Pagefind> | undefined;
  readonly #pages = new Map<string, PageText>();

  constructor(base: string, names: FullTextNames) {
    this.#base = base;
    this.#names = names;
  }

  /** Begins to load without waiting. */
  warm(): void {
    this.#module().catch(() => undefined);
    void this.words();
  }

  #module(): Promise<Pagefind> {
    this.#opened ??= open(this.#base, this.#names.index, this.#attempt);
    return this.#opened;
  }

  words(): Promise<readonly string[]> {
    this.#words ??= fetch(`${this.#base}pagefind/words.json`).then((response) => response.json() as Promise<string[]>).catch(() => []);
    return this.#words;
  }

  async ensure(): Promise<void> {
    const { probe } = this.#names;
    if (this.#whole || probe === '') return;
    const response = await within(fetch(this.#base + probe), 10_000);
    if (!response.ok) throw new Error(probe);
    this.#whole = true;
  }

  async #page(result: PagefindResult): Promise<PageText> {
    const page = this.#pages.get(result.id) ?? pageText(await result.data());
    this.#pages.set(result.id, page);
    return page;
  }

  async search(query: string, part: string): Promise<readonly FullTextHit[]> {
    try {
      const module = await within(this.#module(), 20_000);
      const { results } = await within(module.search(query, part === '' ? {} : { filters: { part } }), 10_000);
      return results.map((result) => ({ score: result.score, load: () => within(this.#page(result), 10_000) }));
    } catch (error) {
      this.#opened = undefined;
      this.#attempt += 1;
      throw error;
    }
  }
}
