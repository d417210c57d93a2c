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
  if (from instanceof Element && to instanceof Element) {
    copyAttributes(from, to);
    morph(to, from);
    copyInput(from, to);
  } else if (to.nodeValue !== from.nodeValue) {
    to.nodeValue = from.nodeValue;
  }
}

/** Makes the children of `target` equal to those of `source`, which is used up. */
export function morph(target: Node, source: Node): void {
  const wanted = [...source.childNodes];
  const present = [...target.childNodes];
  wanted.forEach((node, index) => {
    const old = present[index];
    if (old === undefined) target.appendChild(node);
    else if (sameKind(old, node)) update(node, old);
    else old.replaceWith(node);
  });
  for (const extra of present.slice(wanted.length)) extra.remove();
}
