/** Turns one piece of a page into another in place: nodes that stay keep their focus, their drag and their scroll. */

import { setAttribute } from './cells.ts';

/** `keepRole` leaves what cells.ts gave to a part that still acts: the focus would not survive its absence. */
export function copyAttributes(from: Element, to: Element, keepRole = false): void {
  for (const { name } of [...to.attributes]) {
    if (!from.hasAttribute(name) && !(keepRole && /^(?:role|tabindex|aria-.*)$/.test(name))) to.removeAttribute(name);
  }
  for (const { name, value } of from.attributes) setAttribute(to, name, value);
}

function update(from: Node, to: Node): void {
  if (to.isEqualNode(from)) return;
  if (from instanceof Element && to instanceof Element) {
    copyAttributes(from, to);
    morph(to, from);
  } else to.nodeValue = from.nodeValue;
}

/** A handle that is being dragged must stay the same node, whatever comes and goes around it. */
const keyOf = (node: Node | null): string | null => (node instanceof Element ? node.getAttribute('data-drag') : null);

function removeUntil(cursor: ChildNode | null, end: ChildNode | null): void {
  while (cursor && cursor !== end) {
    const next: ChildNode | null = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
}

/** The later sibling with a key, once everything before it is gone; `cursor` itself when there is none. */
function skipTo(cursor: ChildNode | null, key: string): ChildNode | null {
  let match = cursor;
  while (match && keyOf(match) !== key) match = match.nextSibling;
  if (!match) return cursor;
  removeUntil(cursor, match);
  return match;
}

/** Makes the children of `target` equal to those of `source`, which is used up. */
export function morph(target: Node, source: Node): void {
  let cursor = target.firstChild;
  for (const node of [...source.childNodes]) {
    const key = keyOf(node);
    if (key !== null) cursor = skipTo(cursor, key);
    if (cursor === null || (keyOf(cursor) !== null && keyOf(cursor) !== key)) {
      target.insertBefore(node, cursor);
      continue;
    }
    const next: ChildNode | null = cursor.nextSibling;
    if (cursor.nodeName === node.nodeName) update(node, cursor);
    else cursor.replaceWith(node);
    cursor = next;
  }
  removeUntil(cursor, null);
}
