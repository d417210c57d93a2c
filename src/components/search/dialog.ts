import styleAddress from '../../styles/search.css?url';
import { find } from './dom.ts';
import { warm } from './load.ts';
import { SearchPanel } from './panel.ts';
import { rememberSearch } from './recent.ts';
import { loadStyle } from './style.ts';

/** The list box manners of the dialog: one option is active, arrows move it, Enter opens it, focus stays in the field. */
class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #panel: SearchPanel;
  #opener: Element | null = null;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#panel = new SearchPanel(dialog, 'dialog');
    const { input, form, list } = this.#panel;
    this.#panel.onShow = () => { this.#activate(undefined); };
    input.addEventListener('keydown', (event) => { this.#key(event); });
    form.addEventListener('submit', (event) => {
      if (list.hidden) rememberSearch(input.value);
      else event.preventDefault();
      if (input.value.trim() === '') event.preventDefault();
    });
    find(dialog, '.search-close').addEventListener('click', () => { dialog.close(); });
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => {
      document.documentElement.classList.remove('search-opened');
      if (this.#opener instanceof HTMLElement) this.#opener.focus();
    });
    dialog.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-result]') : null;
      if (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#opener = document.activeElement;
    document.documentElement.classList.add('search-opened');
    this.#dialog.showModal();
    this.#panel.input.select();
    this.#panel.showRecent();
    warm();
  }

  #options(): HTMLElement[] {
    return this.#panel.list.hidden ? [] : [...this.#panel.list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #active(): HTMLElement | undefined {
    return this.#options().find((option) => option.getAttribute('aria-selected') === 'true');
  }

  #activate(option: HTMLElement | undefined): void {
    const { input } = this.#panel;
    const options = this.#options();
    input.setAttribute('aria-expanded', String(options.length > 0));
    options.forEach((each, index) => {
      each.id = `search-option-${index}`;
      each.setAttribute('aria-selected', String(each === option));
    });
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  #move(step: number): void {
    const options = this.#options();
    const active = this.#active();
    const at = active === undefined ? (step > 0 ? -1 : 0) : options.indexOf(active);
    this.#activate(options[(at + step + options.length) % options.length]);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#options();
    const { input } = this.#panel;
    const active = this.#active();
    if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      this.#panel.ask();
    } else if (event.key === 'Enter' && options.length > 0) {
      event.preventDefault();
      const chosen = active ?? options[0];
      rememberSearch(input.value);
      if ((event.ctrlKey || event.metaKey) && chosen instanceof HTMLAnchorElement) window.open(chosen.href, '_blank', 'noopener');
      else chosen?.click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length > 0) this.#move(event.key === 'ArrowDown' ? 1 : -1);
    } else if ((event.key === 'Home' || event.key === 'End') && active !== undefined) {
      event.preventDefault();
      this.#activate(options.at(event.key === 'Home' ? 0 : -1));
    }
  }
}

const styled = loadStyle(styleAddress);
let made: SearchDialog | undefined;

/** Opens the one dialog of the page; `false` where the page has none. */
export async function openSearch(): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>('#search-dialog');
  if (dialog === null) return false;
  await styled;
  made ??= new SearchDialog(dialog);
  made.open();
  return true;
}

export { warm };
