import { find, make } from './dom.ts';
import { warm } from './load.ts';
import { makePanel } from './panel.ts';
import { rememberSearch } from './recent.ts';
import { searchAddress } from './rows.ts';

const root = find<HTMLElement>(document, '[data-search-page]');
/** Row that the reader opened last, by address and place, to be found again by the back button. */
let returnTo: { readonly row: string; readonly place: number } | undefined;

const panel = makePanel(root, {
  onAsk: () => { history.replaceState(null, '', address()); },
  onShow: ({ phase, answer }) => {
    // Without any index the static contents below are the best answer there is.
    root.toggleAttribute('data-asked', phase !== 'idle' && !(phase === 'failed' && answer === undefined));
    if (returnTo === undefined || (phase !== 'done' && phase !== 'failed')) return;
    const { row: address, place } = returnTo;
    const row = rows().find(({ href }, index) => href === address && index === place) ?? rows().find(({ href }) => href === address);
    returnTo = undefined;
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  },
  /** Further headings unfold in place. */
  moreRow: (label, _query, rest) => {
    const button = make('button.search-more', { type: 'button' }, label);
    button.addEventListener('click', () => {
      const rows = rest();
      button.parentElement?.replaceWith(...rows);
      rows[0]?.querySelector('a')?.focus();
    });
    return button;
  },
});
const { input, list, form } = panel;

function rememberedRow(state: unknown): typeof returnTo {
  return typeof state === 'object' && state !== null && 'row' in state && typeof state.row === 'string' &&
    'place' in state && typeof state.place === 'number' ? { row: state.row, place: state.place } : undefined;
}

function readAddress(): void {
  const parameters = new URLSearchParams(location.search);
  returnTo = rememberedRow(history.state);
  panel.ask((parameters.get('q') ?? '').slice(0, 200), /^[a-z0-9-]*$/.exec(parameters.get('part') ?? '')?.[0] ?? '');
}

const address = (): string => (input.value.trim() === '' ? location.pathname : searchAddress(input.value, panel.part()));

const rows = (): HTMLAnchorElement[] => [...list.querySelectorAll<HTMLAnchorElement>('a[data-result]')];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  rememberSearch(input.value);
  history.pushState(null, '', address());
  panel.ask(input.value);
});
list.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-result]') : null;
  if (link !== null) history.replaceState({ row: link.href, place: rows().indexOf(link) }, '');
});
root.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.isComposing || !(event.target === input || (event.target instanceof Element && event.target.closest('[data-result]') !== null))) return;
  const links = rows();
  const at = links.findIndex((link) => link === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
  if (at === -2 || links.length === 0) return;
  event.preventDefault();
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)]?.focus();
});
addEventListener('popstate', readAddress);

for (const element of root.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
readAddress();
warm();
if (input.value === '' && matchMedia('(hover: hover)').matches) input.focus();
