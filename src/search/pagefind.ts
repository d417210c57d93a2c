import type { FullTextNames } from './aux.ts';
import { mark, type FullText, type FullTextHit, type Passage, type SectionText } from './full-text.ts';
import { homes, type TextGuide } from './guide.ts';
import { bySection } from './sections.ts';
import { systemCut } from './units.ts';

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
  /** Places of what was found, one for each word. */
  readonly words: readonly number[];
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

/** Cuts a section at its h2 and h3; locations count words. */
export function sectionText({ raw_content: raw, meta, anchors }: Fragment): SectionText {
  const words = [...raw.matchAll(/[^\s\u200B]+/g)];
  const starts = [{ id: '', offset: 0 }, ...anchors.filter(({ element }) => /h[23]/.test(element))
    .map(({ id, location }) => ({ id, offset: words[location]?.index ?? raw.length }))];
  const passages = starts.map(({ id, offset }, index): Passage => {
    const text = tidy(raw.slice(offset, starts[index + 1]?.offset));
    return { id, text, body: text.indexOf(mark.headingEnd) + 1 };
  });
  return { passages: passages.filter(({ text }) => text !== ''), about: meta['t'] ?? '' };
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

interface Opened {
  readonly module: Pagefind;
  readonly words: string;
  /** Name of a section → id of its chapter. */
  readonly homeOf: (name: string) => string;
}

async function open(base: string, index: string, attempt: number): Promise<Opened> {
  const folder = `${base}pagefind/`;
  if (attempt === 0) fetchEarly(folder, index);
  const [module, guide] = await Promise.all([
    // A failed import is remembered by the browser: another address makes another try.
    import(/* @vite-ignore */ `${folder}pagefind.js${attempt === 0 ? '' : `?try=${attempt}`}`) as Promise<Pagefind>,
    fetch(`${folder}guide.json?ts=${index}`).then((response) => response.json() as Promise<TextGuide>),
  ]);
  await module.options({
    basePath: folder, baseUrl: base, ranking: { termSimilarity: 8, metaWeights: { title: 0, k: 5, h: 2, t: 1 } }, ...(attempt === 0 && { metaCacheTag: index }),
  });
  await module.init();
  return { module, words: guide.words, homeOf: homes(guide) };
}

/** Silence is failure: blocked WebAssembly leaves Pagefind waiting for ever. */
function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, milliseconds);
    promise.then(resolve, reject);
  });
}

const cut = systemCut();
/** As Pagefind cuts a query. */
const countWords = (text: string): number => cut(text).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length;

/** Pagefind as a full-text engine. Loads at the first search, again after a failure; sections are kept once read. */
export class PagefindText implements FullText {
  readonly #base: string;
  readonly #names: FullTextNames;
  #attempt = 0;
  #opened: Promise<Opened> | undefined;
  readonly #sections = new Map<string, SectionText>();

  constructor(base: string, names: FullTextNames) {
    this.#base = base;
    this.#names = names;
  }

  /** Begins to load without waiting. */
  warm(): void {
    void this.words();
  }

  #open(): Promise<Opened> {
    this.#opened ??= within(open(this.#base, this.#names.index, this.#attempt), 20_000);
    return this.#opened;
  }

  words(): Promise<readonly string[]> {
    return this.#open().then(({ words }) => words.split(' '), () => []);
  }

  async ensure(): Promise<void> {
    const { probe } = this.#names;
    if (probe === '') return;
    const response = await within(fetch(this.#base + probe), 10_000);
    if (!response.ok) throw new Error(probe);
  }

  async #section({ id, data }: PagefindResult): Promise<SectionText> {
    const section = this.#sections.get(id) ?? sectionText(await data());
    this.#sections.set(id, section);
    return section;
  }

  /** Each unit is searched for by itself: which sections hold which is then known before any of them is fetched. */
  async search(units: readonly string[], part: string): Promise<readonly FullTextHit[]> {
    try {
      const { module, homeOf } = await this.#open();
      const options = part === '' ? {} : { filters: { part } };
      const found = await within(Promise.all(units.map((unit) => module.search(unit, options))), 10_000);
      return bySection(found.map(({ results }) => results), units.map(countWords))
        .map(({ result, ...hit }) => ({ ...hit, chapter: homeOf(result.id), load: () => within(this.#section(result), 10_000) }));
    } catch (error) {
      this.#opened = undefined;
      this.#attempt += 1;
      throw error;
    }
  }
}
