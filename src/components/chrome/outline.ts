import { parseOutlineState } from './reading-state.ts';
import { recall, remember } from './storage.ts';

const key = 'outline';

/** Where the outline is a column; below, it is a sheet that most readers of a page never open. */
const column = matchMedia('(width >= 56.25rem)');

/** Keeps the outline's scroll and open sections from page to page; a page opens on its own section in view. */
class BookOutline extends HTMLElement {
  connectedCallback(): void {
    const { pane } = this;
    if (pane === null) return;
    // Nothing that is out of sight can be scrolled, and a browser takes its time to open its store: a sheet waits until it is shown.
    const shown = new AbortController();
    const show = (): void => {
      shown.abort();
      this.restore(pane);
    };
    if (column.matches) {
      show();
      return;
    }
    pane.addEventListener('toggle', () => { if (pane.matches(':popover-open')) show(); }, { signal: shown.signal });
    column.addEventListener('change', show, { signal: shown.signal });
  }

  private restore(pane: HTMLElement): void {
    const state = parseOutlineState(recall('session', key));
    for (const section of this.sections) {
      if (state?.open.includes(section.dataset.section ?? '')) section.open = true;
    }
    if (state !== undefined) pane.scrollTop = state.scroll;
    this.reveal(pane);
    addEventListener('pagehide', () => remember('session', key, JSON.stringify({
      scroll: pane.scrollTop,
      open: this.sections.filter(({ open }) => open).map(({ dataset }) => dataset.section ?? ''),
    })));
  }

  private get sections(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('details[data-section]')];
  }

  private get pane(): HTMLElement | null {
    return this.closest<HTMLElement>('.pane');
  }

  /** Scrolls the pane alone, never the page, and only when the current chapter is out of sight. */
  private reveal(pane: HTMLElement): void {
    const current = this.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    if (current === undefined || current.height === 0) return;
    const frame = pane.getBoundingClientRect();
    if (current.top < frame.top || current.bottom > frame.bottom) {
      pane.scrollTop += current.top - frame.top - frame.height / 3;
    }
  }
}

customElements.define('book-outline', BookOutline);
