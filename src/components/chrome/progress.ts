import { parseReadIds, toggled } from './reading-state.ts';
import { recall, remember } from './storage.ts';

const key = 'read-chapters';
const readIds = () => parseReadIds(recall('local', key));

function tick(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'tick';
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', '已读');
  mark.textContent = '✓';
  return mark;
}

/** A tick behind every link to a chapter that the reader has finished, and the state of the chapter's own button. */
function show(ids: readonly string[]): void {
  for (const link of document.querySelectorAll<HTMLElement>('a[data-chapter]')) {
    const mark = link.querySelector('.tick');
    if (!ids.includes(link.dataset.chapter ?? '')) mark?.remove();
    else if (mark === null) link.append(tick());
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.read-toggle')) {
    button.setAttribute('aria-pressed', String(ids.includes(button.dataset.chapter ?? '')));
    button.hidden = false;
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button.read-toggle')) {
  button.addEventListener('click', () => {
    const ids = toggled(readIds(), button.dataset.chapter ?? '');
    remember('local', key, JSON.stringify(ids));
    show(ids);
  });
}
addEventListener('storage', (event) => {
  if (event.key === key) show(readIds());
});
show(readIds());
