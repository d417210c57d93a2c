import type { SearchAux } from '../../search/aux.ts';
import { SearchEngine } from '../../search/engine.ts';
import { PagefindText } from '../../search/pagefind.ts';
import { href } from '../chrome/href.ts';

const fullText = new PagefindText(href('/'));
let loading: Promise<SearchEngine> | undefined;

async function load(): Promise<SearchEngine> {
  const response = await fetch(href('/search-index.json'));
  if (!response.ok) throw new Error('search-index.json');
  // A file that is no index is refused by what opens it.
  return new SearchEngine(await response.json() as SearchAux, fullText);
}

/** The engine, loaded once; after a failure the next call tries again. */
export function loadEngine(): Promise<SearchEngine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Called when the reader reaches for search: headings first, then the full text's own code. */
export function warm(): void {
  loadEngine().then(() => { fullText.warm(); }, () => undefined);
}
