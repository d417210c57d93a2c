/** Turns one piece of a page into another in place: nodes that stay keep their focus, their drag and their scroll. */

function sameKind(a: Node, b: Node): boolean {
  return a.nodeName === b.nodeName && (!(a instanceof HTMLInputElement) || a.type === (b as HTMLInputElement).type);
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value);
}

/** What the reader typed or ticked lives in properties, which attributes no longer reach. */
function copyInput(from: Element, to: Element): void {
  if (to instanceof HTMLInputElement && from instanceof HTMLInputElement) {
    if (to.value !== from.value) to.value = from.value;
    if (to.checked !== from.checked) to.checked = from.checked;
  } else if (to instanceof HTMLSelectElement && from instanceof HTMLSelectElement && to.value !== from.value) {
    to.value = from.value;
  }
}

function update(from: Node, to: Node): void {
  // Most of a drawing stays; only controls hold more than their attributes say.
  if (from instanceof SVGElement && to.isEqualNode(from)) return;
  if (from instanceof Element && to instanceof Element) {
    copyAttributes(from, to);
    morph(to, from);
    copyInput(from, to);
  } else if (to.nodeValue !== from.nodeValue) {
    to.nodeValue = from.nodeValue;
  }
}

/** A handle that is being dragged must stay the same node, whatever comes and goes around it. */
const keyOf = (node: Node | null): string | null => (node instanceof Element ? node.getAttribute('data-drag') : null);

/** The later sibling with a key, once everything before it is gone; `cursor` itself when there is none. */
function skipTo(cursor: ChildNode | null, key: string): ChildNode | null {
  let match = cursor;
  while (match !== null && keyOf(match) !== key) match = match.nextSibling;
  if (match === null) return cursor;
  while (cursor !== null && cursor !== match) {
    const next: ChildNode | null = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
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
    if (sameKind(cursor, node)) update(node, cursor);
    else cursor.replaceWith(node);
    cursor = next;
  }
  while (cursor !== null) {
    const next: ChildNode | null = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
}
