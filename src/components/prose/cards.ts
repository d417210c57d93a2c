/** Cards that show a source, a footnote or a term in place: on hover, keyboard focus, or the first tap. */
import { placeCard } from './card-place.ts';

const triggers = '.cite, .term, [data-footnote-ref]';
const card = document.createElement('div');
card.className = 'card';
card.id = 'card';
card.popover = 'manual';

let owner: HTMLAnchorElement | undefined;
/** Whose card Escape has just closed: giving it the focus back must not open it again. */
let dismissed: HTMLAnchorElement | undefined;
let timer = 0;

/** The content is on the page already: in the list of sources, among the footnotes, or in the template. */
function contentFor(link: HTMLAnchorElement): Node[] {
  const key = link.dataset['card'];
  const template = document.querySelector<HTMLTemplateElement>('template#cards');
  const source = (key !== undefined && template?.content.querySelector(`[data-card-for="${CSS.escape(key)}"]`)) ||
    document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const copy = source?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('.source-back, [data-footnote-backref]').forEach((back) => back.remove());
  copy?.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
  return copy ? [...copy.childNodes] : [];
}

function onward(link: HTMLAnchorElement): HTMLAnchorElement {
  const next = document.createElement('a');
  next.className = 'card-more';
  next.href = link.href;
  next.textContent = link.matches('.term') ? '词汇表' : link.matches('.cite') ? '参考文献' : '脚注';
  return next;
}

/** The line of a broken link that the pointer is on, else its first. */
function lineOf(link: Element, y: number | undefined): DOMRect {
  const lines = [...link.getClientRects()];
  return lines.find(({ top, bottom }) => y !== undefined && y >= top && y <= bottom) ?? lines[0] ?? link.getBoundingClientRect();
}

function open(link: HTMLAnchorElement, y?: number): void {
  clearTimeout(timer);
  if (owner === link) return;
  close();
  const content = contentFor(link);
  if (content.length === 0) return;
  card.replaceChildren(...content, onward(link));
  // Beside its word in the document, so that Tab leads from the word into the card.
  link.after(card);
  card.showPopover();
  const view = document.documentElement;
  const { left, top } = placeCard(lineOf(link, y), { width: card.offsetWidth, height: card.offsetHeight },
    { width: view.clientWidth, height: view.clientHeight });
  card.style.insetInlineStart = `${left + scrollX}px`;
  card.style.insetBlockStart = `${top + scrollY}px`;
  link.setAttribute('aria-describedby', card.id);
  owner = link;
}

function close(): void {
  clearTimeout(timer);
  owner?.removeAttribute('aria-describedby');
  owner = undefined;
  if (card.isConnected) card.hidePopover();
  card.remove();
}

function later(action: () => void, wait: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(action, wait);
}

function inCard(target: EventTarget | null): boolean {
  return target instanceof Node && card.contains(target);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>(triggers)) {
  let tapped = false;
  link.addEventListener('pointerenter', ({ pointerType, clientY }) => {
    if (pointerType === 'mouse') later(() => open(link, clientY), 250);
  });
  link.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') later(close, 250);
  });
  link.addEventListener('focus', () => {
    if (link.matches(':focus-visible') && link !== dismissed) open(link);
    dismissed = undefined;
  });
  link.addEventListener('pointerdown', ({ pointerType }) => {
    tapped = pointerType !== 'mouse' && owner !== link;
  });
  link.addEventListener('click', (event) => {
    if (!tapped) return;
    tapped = false;
    open(link, event.clientY);
    if (owner === link) event.preventDefault();
  });
}

card.addEventListener('pointerenter', () => clearTimeout(timer));
card.addEventListener('pointerleave', ({ pointerType }) => {
  if (pointerType === 'mouse') later(close, 250);
});
document.addEventListener('focusin', ({ target }) => {
  if (owner && target !== owner && !inCard(target)) close();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (owner && !inCard(target) && !owner.contains(target as Node)) close();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !owner) return;
  event.preventDefault();
  dismissed = inCard(document.activeElement) ? owner : undefined;
  close();
  dismissed?.focus();
});
