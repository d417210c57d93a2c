import { SearchSession, type SearchState } from '../../search/session.ts';
import { find, make } from './dom.ts';
import { loadEngine, warm } from './load.ts';
import { noteNodes, statusText } from './notes.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { resultNodes, searchAddress, type MoreRow } from './rows.ts';

/** What the dialog and the page each do in their own way. */
export interface Manners {
  /** Told after every change of what is shown. */
  readonly onShow: (state: SearchState) => void;
  /** Told when the reader changes query or part. */
  readonly onAsk?: () => void;
  readonly moreRow: MoreRow;
}

export interface Panel {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly form: HTMLFormElement;
  readonly part: () => string;
  /** Looks for a query as if the reader had come with it. */
  readonly ask: (query: string, part?: string) => void;
  readonly showRecent: () => void;
}

/** A search field with everything below it. */
export function makePanel(root: HTMLElement, { onShow, onAsk, moreRow }: Manners): Panel {
  const input = find<HTMLInputElement>(root, 'input[name="q"]');
  const form = find<HTMLFormElement>(root, 'form');
  const place = (name: string): HTMLElement => find(root, `.search-${name}`);
  const [list, notes, idle, filters, recent] = [place('list'), place('notes'), place('idle'), place('filters'), place('recent')];
  let part = '';
  let statusTimer = 0;
  const session = new SearchSession(loadEngine, show);

  function ask(query: string, inPart = part): void {
    if (input.value !== query) input.value = query;
    part = inPart;
    void session.ask(query, part);
  }

  /** Asks for what the reader has changed. */
  function asked(query = input.value, inPart = part): void {
    ask(query, inPart);
    onAsk?.();
  }

  function showRecent(): void {
    const searches = recentSearches();
    recent.hidden = searches.length === 0;
    find(recent, 'ul').replaceChildren(...searches.map((query) => make('li', {}, make('a', { href: searchAddress(query), 'data-query': query }, query))));
  }

  function show(state: SearchState): void {
    const { phase, answer } = state;
    // While the engine opens, the last rows stay: an empty flash at every keystroke tires the eye.
    if (phase !== 'loading' || answer !== undefined) {
      list.replaceChildren(...(answer === undefined ? [] : resultNodes(answer, moreRow)));
      showFilters(state);
    }
    list.hidden = phase === 'idle' || list.childElementCount === 0;
    const results = place('results');
    results.dataset['state'] = phase;
    results.ariaBusy = String(phase === 'loading');
    notes.replaceChildren(...noteNodes(state, () => { void session.retry(); }));
    notes.hidden = notes.childElementCount === 0;
    if (phase === 'idle' && idle.hidden) showRecent();
    idle.hidden = phase !== 'idle';
    clearTimeout(statusTimer);
    statusTimer = window.setTimeout(() => { place('status').textContent = statusText(state); }, 400);
    onShow(state);
  }

  function showFilters({ answer }: SearchState): void {
    const counts = answer?.counts ?? [];
    filters.hidden = counts.length < 2 && part === '';
    if (filters.hidden) return;
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const focused = filters.contains(document.activeElement);
    filters.replaceChildren(...[{ id: '', title: '全部', count: total }, ...counts].map(({ id, title, count }) =>
      make('button', { type: 'button', 'data-part': id, 'aria-pressed': String(part === id) }, title, make('span.search-count', {}, String(count)))));
    if (focused) find<HTMLElement>(filters, '[aria-pressed="true"]').focus();
  }

  input.addEventListener('input', (event) => { if (!(event as InputEvent).isComposing) asked(); });
  input.addEventListener('compositionend', () => { asked(); });
  input.addEventListener('focus', warm);
  root.addEventListener('click', (event) => {
    const target = (event.target as Element).closest<HTMLElement>('[data-result], [data-query], button[data-part], .search-forget');
    if (target === null) return;
    const { result, query, part: chosen } = target.dataset;
    if (result !== undefined) rememberSearch(input.value);
    else if (chosen !== undefined) asked(input.value, chosen);
    else if (query === undefined) {
      forgetSearches();
      showRecent();
      input.focus();
    } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // Links that are queries (recent searches, other spellings) are answered in place.
      event.preventDefault();
      input.focus();
      asked(query);
    }
  });
  showRecent();
  return { input, list, form, part: () => part, ask, showRecent };
}
