import { joinAux, type AuxRest, type SearchAux } from '../../search/aux.ts';
import { searchEngine, type SearchEngine } from '../../search/engine.ts';
import { PagefindText } from '../../search/pagefind.ts';
import { href } from '../chrome/href.ts';

let loading: Promise<SearchEngine> | undefined;

async function load(): Promise<SearchEngine> {
  const response = await fetch(href('/search-index.json'));
  if (!response.ok) throw new Error('search-index.json');
  // A file that is no index is refused by what opens it.
  const aux = await response.json() as SearchAux;
  const fullText = new PagefindText(href('/'), aux.fullText);
  // It travels while the headings are opened.
  fullText.warm();
  let engine = searchEngine(aux, fullText);
  if (!aux.more) return engine;
  const whole = fetch(href('/pagefind/headings.json')).then((rest) => rest.json() as Promise<AuxRest>)
    .then((rest) => { engine = searchEngine(joinAux(aux, rest), fullText); })
    .catch(() => undefined);
  return {
    quick: (raw, part) => engine.quick(raw, part),
    full: (raw, part) => whole.then(() => engine.full(raw, part)),
  };
}

/** The engine, loaded once; after a failure the next call tries again. */
export function loadEngine(): Promise<SearchEngine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Called when the reader reaches for search. */
export function warm(): void {
  loadEngine().catch(() => undefined);
}
