/** A part of the page that is drawn again and again from text: what stays keeps its focus, its drag and its scroll. */

import { liven, parts } from './cells.ts';
import { copyAttributes, morph } from './morph.ts';

/** Tags and the words between them; `escapeText` leaves no bare `>` within a tag. */
const piecesOf = (html: string): readonly string[] => html.match(/<[^>]*>|[^<]+/g) ?? [];

/** `<rect` of a tag, nothing of words. */
const nameOf = (piece = ''): string | undefined => /^<[^\s>]+/.exec(piece)?.[0];

function fragment(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** What the reader typed, ticked or chose lives in properties, which attributes no longer reach. */
function settle(root: ParentNode): void {
  for (const input of root.querySelectorAll('input')) [input.value, input.checked] = [input.defaultValue, input.defaultChecked];
  for (const option of root.querySelectorAll('option')) option.selected = option.defaultSelected;
}

export class Surface {
  readonly #root: HTMLElement;
  /** By grid, the cell that had the focus. */
  readonly #visited: ReadonlyMap<string, string>;
  #pieces: readonly string[] = [];

  constructor(root: HTMLElement, visited: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#visited = visited;
    liven(root, visited);
    settle(root);
  }

  draw(html: string): void {
    const pieces = piecesOf(html);
    if (!this.#patch(pieces)) {
      const picture = fragment(html);
      liven(picture, this.#visited);
      morph(this.#root, picture);
    }
    this.#pieces = pieces;
    settle(this.#root);
  }

  /**
   * From one frame to the next mostly a few attributes and words change. Then only those are parsed and written.
   * False, with nothing done, where the tree itself changed.
   */
  #patch(pieces: readonly string[]): boolean {
    const before = this.#pieces;
    if (pieces.length !== before.length) return false;
    const walker = document.createTreeWalker(this.#root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const changes: (readonly [Node, string])[] = [];
    for (const [i, piece] of pieces.entries()) {
      const changed = piece !== before[i];
      if (changed && (piece.startsWith('<svg') || nameOf(piece) !== nameOf(before[i]))) return false;
      const node = piece.startsWith('</') ? null : walker.nextNode();
      if (changed && node !== null) changes.push([node, piece]);
    }
    // The parser of the browser may add elements of its own (`tbody`): then pieces and nodes are no pairs.
    if (walker.nextNode() !== null) return false;
    for (const [node, piece] of changes) {
      const alone = fragment(node instanceof SVGElement ? `<svg>${piece}</svg>` : piece);
      const source = node instanceof Element && alone.querySelector(node.localName);
      if (source) copyAttributes(source, node, source.matches(parts + ', [data-cells]'));
      else node.nodeValue = alone.textContent;
    }
    liven(this.#root, this.#visited);
    return true;
  }
}
