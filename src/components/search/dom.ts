import type { Piece } from '../../search/excerpt.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element (`tag.class`) with attributes and children; text becomes text nodes, so nothing a reader types is ever markup; `false` is left out. */
export function make(name: string, attributes: Attributes = {}, ...children: readonly (Node | string | false)[]): HTMLElement {
  const [tag = '', className] = name.split('.');
  const element = document.createElement(tag);
  if (className !== undefined) element.className = className;
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== false));
  return element;
}

/** Marked phrases, formulas and code of an excerpt. */
export function piecesOf(pieces: readonly Piece[]): Node[] {
  const nodes: Node[] = [];
  let open: HTMLElement | undefined;
  pieces.forEach(({ text, kind, hit }, index) => {
    const inner = hit ? make('mark', {}, text) : document.createTextNode(text);
    if (kind === 'text') nodes.push(inner);
    else if (open !== undefined && pieces[index - 1]?.kind === kind) open.append(inner);
    else {
      open = make(kind === 'code' ? 'code' : 'span.search-math', {}, inner);
      nodes.push(open);
    }
  });
  return nodes;
}

/** An element that the page is known to have. */
export function find<T extends Element>(root: ParentNode, selector: string): T {
  return root.querySelector(selector) as T;
}
