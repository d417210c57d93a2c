import type { Piece } from '../../search/excerpt.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with attributes and children; text becomes text nodes, so nothing a reader types is ever markup. */
export function make(tag: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Marked phrases, formulas and code of an excerpt. */
export function piecesOf(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, kind, hit }) => {
    const inner = hit ? make('mark', {}, text) : document.createTextNode(text);
    return kind === 'text' ? inner : make(kind === 'code' ? 'code' : 'span', kind === 'math' ? { class: 'search-math' } : {}, inner);
  });
}

export function find<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`页面里缺少 ${selector}。`);
  return found;
}
