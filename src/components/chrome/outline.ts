import { parseOutlineState } from './reading-state.ts';
import { recall, remember } from './storage.ts';

const key = 'outline';

/** Keeps the outline's scroll and open sections from page to page; a page opens on its own section in view. */
class BookOutline extends HTMLElement {
  connectedCallback(): void {
    const state = parseOutlineState(recall('session', key));
    for (const section of this.sections) {
      if (state?.open.includes(section.dataset.section ?? '')) section.open = true;
    }
    const { pane } = this;
    if (pane === null) return;
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
