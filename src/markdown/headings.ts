import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fileStart, type Place } from '../lib/issue.ts';

export interface Heading extends Place {
  readonly depth: number;
  /** Plain text; formulas as TeX without its markup. */
  readonly text: string;
  readonly id: string;
  /** `2` or `2.1` within the chapter; empty beyond `###`. */
  readonly number: string;
}

/** A formula in a heading leaves its letters in text and id: `\sqrt{d_k}` becomes `d_k`. */
function plainTitle(heading: HeadingNode): string {
  return heading.children
    .map((child) =>
      child.type === 'inlineMath'
        ? child.value.replace(/\\[a-zA-Z]+/g, ' ').replace(/[{}^$]/g, '').trim()
        : toString(child))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** All headings in order, with the ids and numbers that the page gives them. */
export function collectHeadings(tree: Root): ReadonlyMap<HeadingNode, Heading> {
  const slugger = new GithubSlugger();
  const found = new Map<HeadingNode, Heading>();
  let section = 0;
  let subsection = 0;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    if (node.depth === 2) {
      section += 1;
      subsection = 0;
    } else if (node.depth === 3) subsection += 1;
    const text = plainTitle(node);
    const number = node.depth === 2 ? `${section}` : node.depth === 3 ? `${section}.${subsection}` : '';
    found.set(node, { depth: node.depth, text, id: slugger.slug(text), number, ...(node.position?.start ?? fileStart) });
  }
  return found;
}
