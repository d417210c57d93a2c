import type { FullText, FullTextHit, PageText, Passage } from './full-text.ts';

/** What this site uses of a Pagefind fragment. */
export interface Fragment {
  /** Words with white space or U+200B between; `<` and `>` escaped. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text: string; readonly location: number }[];
}

interface PagefindResult {
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
    .replace(/([。，；：？！])\. ?/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Past the heading and the full stop that Pagefind gave it. */
function headingEnd(text: string, heading: string): number {
  const plain = tidy(heading);
  if (!text.startsWith(plain)) return 0;
  return plain.length + (/^[.。]? ?/.exec(text.slice(plain.length))?.[0].length ?? 0);
}

/** Cuts a page at its h2 and h3; locations count words. */
export function pageText({ raw_content: raw, meta, anchors }: Fragment): PageText {
  const words = [...raw.matchAll(/[^\s\u200B]+/g)];
  const title = anchors.find(({ element }) => element === 'h1')?.text ?? '';
  const cuts = anchors.filter(({ element }) => element === 'h2' || element === 'h3')
    .map(({ id, text, location }) => ({ id, heading: text, offset: words[location]?.index ?? raw.length }));
  const starts = [{ id: '', heading: title, offset: 0 }, ...cuts];
  const passages = starts.map(({ id, heading, offset }, index): Passage => {
    const text = tidy(raw.slice(offset, starts[index + 1]?.offset));
    return { id, text, body: headingEnd(text, heading) };
  });
  return { chapter: meta['id'] ?? '', passages };
}

async function open(base: string, attempt: number): Promise<Pagefind> {
  // A failed import is remembered by the browser: another address makes another try.
  const loaded = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${attempt === 0 ? '' : `?try=${attempt}`}`) as Pagefind;
  await loaded.options({ basePath: `${base}pagefind/`, baseUrl: base, ranking: { metaWeights: { title: 0, k: 5, h: 2 } } });
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
  #attempt = 0;
  #whole = false;
  #opened: Promise<Pagefind> | undefined;
  readonly #pages = new WeakMap<Fragment, PageText>();

  constructor(base: string) {
    this.#base = base;
  }

  /** Begins to load without waiting. */
  warm(): void {
    this.#module().catch(() => undefined);
  }

  #module(): Promise<Pagefind> {
    this.#opened ??= open(this.#base, this.#attempt);
    return this.#opened;
  }

  async ensure(probe: string): Promise<void> {
    if (this.#whole || probe === '') return;
    const response = await within(fetch(this.#base + probe), 10_000);
    if (!response.ok) throw new Error(probe);
    this.#whole = true;
  }

  async #page(result: PagefindResult): Promise<PageText> {
    const fragment = await result.data();
    const held = this.#pages.get(fragment) ?? pageText(fragment);
    this.#pages.set(fragment, held);
    return held;
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
