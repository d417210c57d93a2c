import { SearchSession, type SearchState } from '../../search/session.ts';
import { find, make } from './dom.ts';
import { loadEngine, warm } from './load.ts';
import { noteNodes, statusText } from './notes.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { resultNodes, searchAddress, type Mode } from './rows.ts';

/** A search field with everything below it; the dialog and the page each add their own manners. */
export class SearchPanel {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly form: HTMLFormElement;
  part = '';
  /** Told after every change of what is shown. */
  onShow: (state: SearchState) => void = () => undefined;
  /** Told when the reader changes query or part. */
  onAsk: () => void = () => undefined;
  readonly #root: HTMLElement;
  readonly #mode: Mode;
  readonly #session: SearchSession;
  #statusTimer = 0;

  constructor(root: HTMLElement, mode: Mode) {
    this.#root = root;
    this.#mode = mode;
    this.input = find(root, 'input[name="q"]');
    this.list = find(root, '.search-list');
    this.form = find(root, 'form');
    this.#session = new SearchSession(loadEngine, (state) => { this.#show(state); });
    this.input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#asked();
    });
    this.input.addEventListener('compositionend', () => { this.#asked(); });
    this.input.addEventListener('focus', warm);
    this.list.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-result]') !== null) rememberSearch(this.input.value);
    });
    root.addEventListener('click', (event) => { this.#follow(event); });
    find<HTMLElement>(root, '.search-forget').addEventListener('click', () => {
      forgetSearches();
      this.showRecent();
      this.input.focus();
    });
    this.showRecent();
  }

  /** Looks for what the field holds. */
  ask(): void {
    void this.#session.ask(this.input.value, this.part);
  }

  #asked(): void {
    this.ask();
    this.onAsk();
  }

  /** Links that are queries (recent searches, other spellings) are answered in place. */
  #follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const query = event.target.closest('[data-query]')?.getAttribute('data-query');
    if (query === null || query === undefined) return;
    event.preventDefault();
    this.input.value = query;
    this.input.focus();
    this.#asked();
  }

  showRecent(): void {
    const recent = recentSearches();
    find<HTMLElement>(this.#root, '.search-recent').hidden = recent.length === 0;
    find(this.#root, '.search-recent ul').replaceChildren(
      ...recent.map((query) => make('li', {}, make('a', { href: searchAddress(query), 'data-query': query }, query))));
  }

  #show(state: SearchState): void {
    const { phase, answer } = state;
    const idle = phase === 'idle';
    // While the engine opens, the last rows stay: an empty flash at every keystroke tires the eye.
    if (phase !== 'loading' || answer !== undefined) {
      this.list.replaceChildren(...(answer === undefined ? [] : resultNodes(answer, this.#mode)));
      this.#showFilters(state);
    }
    this.list.hidden = idle || this.list.childElementCount === 0;
    const results = find<HTMLElement>(this.#root, '.search-results');
    results.dataset['state'] = phase;
    results.setAttribute('aria-busy', String(phase === 'loading'));
    const notes = find<HTMLElement>(this.#root, '.search-notes');
    notes.replaceChildren(...noteNodes(state, () => { void this.#session.retry(); }));
    notes.hidden = notes.childElementCount === 0;
    const rest = find<HTMLElement>(this.#root, '.search-idle');
    if (idle && rest.hidden) this.showRecent();
    rest.hidden = !idle;
    clearTimeout(this.#statusTimer);
    this.#statusTimer = window.setTimeout(() => { find(this.#root, '[role="status"]').textContent = statusText(state); }, 400);
    this.onShow(state);
  }

  #showFilters({ answer }: SearchState): void {
    const filters = find<HTMLElement>(this.#root, '.search-filters');
    const counts = answer?.counts ?? [];
    filters.hidden = counts.length < 2 && this.part === '';
    if (filters.hidden) return;
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const focused = filters.contains(document.activeElement);
    const chip = (part: string, title: string, count: number): HTMLElement => {
      const button = make('button', { type: 'button', 'data-part': part, 'aria-pressed': String(this.part === part) },
        title, make('span.search-count', {}, String(count)));
      button.addEventListener('click', () => { this.#choose(part); });
      return button;
    };
    filters.replaceChildren(chip('', '全部', total), ...counts.map(({ id, title, count }) => chip(id, title, count)));
    if (focused) filters.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }

  #choose(part: string): void {
    this.part = part;
    this.#asked();
  }
}
