/** The whole search, without a browser, on the files of a built site: what a reader's first query fetches. */
import { readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { joinAux, type AuxRest, type SearchAux } from '../../src/search/aux.ts';
import { searchEngine } from '../../src/search/engine.ts';
import { PagefindText } from '../../src/search/pagefind.ts';
import type { Answer } from '../../src/search/results.ts';

export interface ColdAnswer {
  readonly answer: Answer;
  /** Files below the site's folder that were fetched, code that is imported not among them. */
  readonly fetched: ReadonlySet<string>;
}

/** What the browser's Pagefind module has for tests: it forgets all that it has loaded. */
interface Forgetful {
  readonly destroy: () => Promise<void>;
}

export interface ColdSite {
  readonly chapters: readonly string[];
  readonly ask: (query: string) => Promise<ColdAnswer>;
}

/** Opens a site whose `fetch` reads from its folder; stays so for the rest of the process. */
export async function coldSite(folder: string): Promise<ColdSite> {
  const root = resolve(folder);
  let fetched = new Set<string>();
  globalThis.fetch = (input) => {
    const path = decodeURIComponent(String(input instanceof Request ? input.url : input).replace(/^file:\/\//, '').replace(/\?.*$/, ''));
    fetched.add(path.slice(root.length + 1).split(sep).join('/'));
    try {
      return Promise.resolve(new Response(new Uint8Array(readFileSync(path))));
    } catch {
      return Promise.resolve(new Response('', { status: 404 }));
    }
  };
  const json = (path: string): unknown => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
  const first = json('search-index.json') as SearchAux;
  const aux = first.more ? joinAux(first, json('pagefind/headings.json') as AuxRest) : first;
  const module = await import(/* @vite-ignore */ `${root}/pagefind/pagefind.js`) as Forgetful;
  return {
    chapters: aux.chapters.map(({ id }) => id),
    ask: async (query) => {
      await module.destroy();
      fetched = new Set(['search-index.json', 'pagefind/pagefind.js', 'pagefind/pagefind-worker.js', ...(first.more ? ['pagefind/headings.json'] : [])]);
      const answer = await searchEngine(aux, new PagefindText(`${root}/`, aux.fullText)).full(query);
      return { answer, fetched };
    },
  };
}

/** Bytes over the wire, by a host that compresses what is not compressed already. */
export function wireBytes(folder: string, compress: (content: Uint8Array) => Uint8Array = gzipSync): (path: string) => number {
  const known = new Map<string, number>();
  return (path) => {
    const held = known.get(path);
    if (held !== undefined) return held;
    const content = readFileSync(resolve(folder, path));
    const bytes = /\.(?:pagefind|pf_\w+)$/.test(path) ? content.length : compress(content).length;
    known.set(path, bytes);
    return bytes;
  };
}
