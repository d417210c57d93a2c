/** All of search that a page carries: it listens, and loads the rest when the reader reaches for it. */
import highlightStyle from '../../styles/highlight.css?url';
import searchStyle from '../../styles/search.css?url';

const button = document.querySelector<HTMLAnchorElement>('a.search-open');
const pageField = (): HTMLInputElement | null => document.querySelector('[data-search-page] input[name="q"]');
let styled: Promise<unknown> | undefined;

/** Resolves when the file is there, or cannot be had. */
function addLink(attributes: Partial<HTMLLinkElement>): Promise<unknown> {
  return new Promise((resolve) => {
    document.head.append(Object.assign(document.createElement('link'), attributes, { onload: resolve, onerror: resolve }));
  });
}

/** Style sheet, heading index and code are asked for together: on a slow line one waiting is noticed less than three. */
async function reach(address: string): Promise<typeof import('./dialog.ts')> {
  if (styled === undefined) {
    styled = addLink({ rel: 'stylesheet', href: searchStyle });
    void addLink({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: new URL('../search-index.json', address).href });
  }
  const dialog = await import('./dialog.ts');
  dialog.warm();
  await styled;
  return dialog;
}

async function open(address: string): Promise<void> {
  const field = pageField();
  if (field !== null) {
    field.focus();
    field.select();
    return;
  }
  // Without its code the search page still lists the whole contents.
  await reach(address).then(({ openSearch }) => { openSearch(); }).catch(() => { location.assign(address); });
}

function listen(link: HTMLAnchorElement): void {
  const warm = (): void => { if (pageField() === null) reach(link.href).catch(() => undefined); };
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('pointerenter', warm, { once: true });
  link.addEventListener('focus', warm, { once: true });
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open(link.href);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    void open(link.href);
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || event.isComposing || altKey || shiftKey) return;
    const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
    const wanted = (key.toLowerCase() === 'k' && (ctrlKey || metaKey)) || (key === '/' && !ctrlKey && !metaKey && !typing);
    if (!wanted || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    void open(link.href);
  });
}

if (button !== null) listen(button);

if (location.search.includes('hl=')) {
  void addLink({ rel: 'stylesheet', href: highlightStyle });
  void import('./highlight.ts');
}
