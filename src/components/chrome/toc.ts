import { remember } from './storage.ts';

/** How far down the window a heading counts as reached, as a share of its height. */
const readingLine = 0.3;

/** A link's target; the address bar may hold anything, but these addresses are the page's own. */
const targetOf = ({ hash }: HTMLAnchorElement): string => decodeURIComponent(hash.slice(1));

/** Marks the section that is being read, here and in the reading bar, and remembers it for the home page. */
class PageToc extends HTMLElement {
  private current = '';

  connectedCallback(): void {
    const headings = this.links.flatMap((link) => document.getElementById(targetOf(link)) ?? []);
    // The root reaches far above the window: a jump over a heading then counts as a crossing too. The first report comes with the
    // next frame, when the page is laid out; asking for places before would have it laid out once more.
    const observer = new IntersectionObserver(() => this.mark(headings), { rootMargin: `1000000px 0px -${100 * (1 - readingLine)}% 0px` });
    headings.forEach((heading) => observer.observe(heading));
    const pane = this.closest<HTMLElement>('.pane');
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a') && pane?.matches(':popover-open')) pane.hidePopover();
    });
    addEventListener('pagehide', () => this.remember());
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  }

  private mark(headings: readonly HTMLElement[]): void {
    const line = innerHeight * readingLine;
    const reached = headings.filter((heading) => heading.getBoundingClientRect().top <= line).at(-1);
    const id = reached?.id ?? '';
    if (id === this.current) return;
    this.current = id;
    for (const link of this.links) {
      if (targetOf(link) === id) {
        link.setAttribute('aria-current', 'location');
        this.reveal(link);
      } else link.removeAttribute('aria-current');
    }
    const label = document.querySelector('.reading-bar [data-heading]');
    if (label !== null) label.textContent = this.text(id) || (label.getAttribute('data-heading') ?? '');
  }

  /** The heading's words; of a formula only what is drawn, not its second copy for assistive technology. */
  private text(id: string): string {
    const link = this.links.find((candidate) => targetOf(candidate) === id);
    const copy = link?.lastElementChild?.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    copy.querySelectorAll('.katex-mathml').forEach((node) => node.remove());
    return copy.textContent.trim();
  }

  private reveal(link: HTMLElement): void {
    const pane = this.closest<HTMLElement>('.pane');
    if (pane === null || pane.scrollHeight <= pane.clientHeight) return;
    pane.scrollTop = link.offsetTop - pane.clientHeight / 2;
  }

  private remember(): void {
    const title = document.querySelector('h1')?.textContent.trim() ?? '';
    const place = { path: location.pathname, title, section: this.current, heading: this.text(this.current) };
    remember('local', 'last-place', JSON.stringify(place));
  }
}

customElements.define('page-toc', PageToc);
