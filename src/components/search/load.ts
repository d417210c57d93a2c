import type { SearchAux } from '../../search/aux.ts';
import { SearchEngine } from '../../search/engine.ts';
import { PagefindText } from '../../search/pagefind.ts';
import { href } from '../chrome/href.ts';

const fullText = new PagefindText(href('/'));
let loading: Promise<SearchEngine> | undefined;

const isAux = (value: unknown): value is SearchAux =>
  typeof value === 'object' && value !== null && 'chapters' in value && 'terms' in value && 'traditional' in value;

async function load(): Promise<SearchEngine> {
  const response = await fetch(href('/search-index.json'));
  const aux: unknown = await response.json();
  if (!response.ok || !isAux(aux)) throw new Error('搜索索引不可用。');
  return new SearchEngine(aux, fullText);
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
