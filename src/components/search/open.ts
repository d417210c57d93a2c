/** All of search that a page carries: it listens, and loads the rest when the reader reaches for it. */
const button = document.querySelector<HTMLAnchorElement>('a.search-open');
const pageField = (): HTMLInputElement | null => document.querySelector('[data-search-page] input[name="q"]');

async function open(): Promise<void> {
  const field = pageField();
  if (field !== null) {
    field.focus();
    field.select();
    return;
  }
  try {
    const { openSearch } = await import('./dialog.ts');
    if (await openSearch()) return;
  } catch {
    // Without its code the search page still lists the whole contents.
  }
  if (button !== null) location.assign(button.href);
}

function warm(): void {
  if (pageField() === null) import('./dialog.ts').then((dialog) => { dialog.warm(); }, () => undefined);
}

if (button !== null) {
  button.setAttribute('role', 'button');
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('pointerenter', warm, { once: true });
  button.addEventListener('focus', warm, { once: true });
  button.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    void open();
  });
}

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (event.defaultPrevented || event.isComposing || altKey || shiftKey) return;
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  const wanted = (key.toLowerCase() === 'k' && (ctrlKey || metaKey)) || (key === '/' && !ctrlKey && !metaKey && !typing);
  if (!wanted || document.querySelector('dialog[open]') !== null) return;
  event.preventDefault();
  void open();
});

if (location.search.includes('hl=')) void import('./highlight.ts');

export {};
