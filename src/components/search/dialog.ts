import { find, make } from './dom.ts';
import { warm } from './load.ts';
import { makePanel } from './panel.ts';
import { rememberSearch } from './recent.ts';
import { searchAddress } from './rows.ts';

/** The list box manners of the dialog: one option is active, arrows move it, Enter opens it, focus stays in the field. */
function makeDialog(dialog: HTMLDialogElement): () => void {
  /** Links to results, and what leads to more of them, in order. */
  let options: HTMLElement[] = [];
  let active = -1;

  const panel = makePanel(dialog, {
    onShow: () => {
      const all = [...list.querySelectorAll<HTMLElement>('*')];
      options = all.filter((element) => element.matches('a'));
      options.forEach((option, index) => {
        option.id = `search-option-${index}`;
        option.role = 'option';
        option.tabIndex = -1;
      });
      // A list box knows groups of options, but no lists.
      for (const element of all) {
        if (element.matches('.search-group')) {
          element.role = 'group';
          element.ariaLabel = element.firstChild?.textContent ?? '';
        } else if (element.matches('div, h2, ol, ul, li')) element.role = 'none';
      }
      input.ariaExpanded = String(options.length > 0);
      activate(-1);
    },
    moreRow: (label, query) => make('a.search-more', { href: searchAddress(query) }, label),
  });
  const { input, form, list } = panel;

  function activate(index: number): void {
    active = index;
    options.forEach((option, place) => { option.ariaSelected = String(place === index); });
    const option = options[index];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  /** The first option where none is active. */
  function choose(inNewTab: boolean): void {
    const chosen = options[Math.max(0, active)];
    rememberSearch(input.value);
    if (inNewTab && chosen instanceof HTMLAnchorElement) window.open(chosen.href, '_blank', 'noopener');
    else chosen?.click();
  }

  /** What a key does, if it does anything here. */
  function action({ key, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined {
    const count = options.length;
    if (key === 'Escape' && input.value !== '') return () => { panel.ask(''); };
    if (count === 0) return undefined;
    if (key === 'Enter') return () => { choose(ctrlKey || metaKey); };
    if (key === 'ArrowDown') return () => { activate((active + 1) % count); };
    if (key === 'ArrowUp') return () => { activate((Math.max(0, active) + count - 1) % count); };
    if (active >= 0 && key === 'Home') return () => { activate(0); };
    if (active >= 0 && key === 'End') return () => { activate(count - 1); };
    return undefined;
  }

  input.addEventListener('keydown', (event) => {
    const act = event.isComposing ? undefined : action(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  form.addEventListener('submit', (event) => {
    if (list.hidden) rememberSearch(input.value);
    else event.preventDefault();
    if (input.value.trim() === '') event.preventDefault();
  });
  dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const leaving = (target as Element).closest('[data-result]') !== null && !ctrlKey && !metaKey && !shiftKey;
    if (leaving || target === dialog || (target as Element).closest('.search-close') !== null) dialog.close();
  });
  dialog.addEventListener('close', () => {
    document.documentElement.classList.remove('search-opened');
  });
  return () => {
    if (dialog.open) return;
    document.documentElement.classList.add('search-opened');
    dialog.showModal();
    input.select();
    panel.showRecent();
    warm();
  };
}

let open: (() => void) | undefined;

/** Opens the one dialog of the page. */
export function openSearch(): void {
  open ??= makeDialog(find(document, '#search-dialog'));
  open();
}

export { warm };
