import type { ElementContent, Nodes, Root, Text } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass, html } from './html-nodes.ts';

/** Punctuation that must not begin a line, and brackets that must not end one. */
const closing = /^[、。，．：；！？）」』】》〉〕”’…—]+/u;
const opening = /[（「『【《〈〔“‘]+$/u;

/** Things that browsers treat as a box of their own, and so part from the punctuation beside them. */
function isAtom(node: ElementContent): boolean {
  return node.type === 'element' &&
    (node.tagName === 'code' || hasClass(node, 'katex') || hasClass(node, 'ref') || hasClass(node, 'cite'));
}

/** Where no seam is to be looked for. */
function isClosed(node: Nodes): boolean {
  return hasClass(node, 'katex') || hasClass(node, 'nobreak') || (node.type === 'element' && node.tagName === 'pre');
}

/** Takes the part of a neighbouring text that matches; the rest stays where it was. */
function take(node: ElementContent | undefined, pattern: RegExp): Text[] {
  if (node?.type !== 'text') return [];
  const found = pattern.exec(node.value)?.[0];
  if (found === undefined) return [];
  node.value = node.value.replace(pattern, '');
  return [{ type: 'text', value: found }];
}

/** KaTeX sets a formula in boxes that it may be broken between; each such place becomes an explicit one. */
function breakBetweenBoxes(formula: ElementContent): ElementContent {
  if (!('children' in formula)) return formula;
  const children = formula.children.map((node) => (node.type === 'raw' ? { ...node, value: breakable(node.value) } : node));
  return { ...formula, children };
}

const box = '<span class="katex-base">';

function breakable(setFormula: string): string {
  const [open = '', first = '', ...more] = setFormula.split(box);
  return [`${open}${box}${first}`, ...more].join(`<wbr>${box}`);
}

/**
 * Keeps a formula, code or reference and the punctuation that touches it on one line.
 * Only the seam is unbreakable. A long formula must still fit a phone, so it breaks at `<wbr>` where KaTeX lets
 * it; `white-space: normal` on the formula would not do, because browsers then break beside its last box too.
 */
export const rehypeNobreak: Plugin<[], Root> = () => (tree) => {
  visit(tree, (node) => {
    if (!('children' in node)) return undefined;
    if (isClosed(node)) return SKIP;
    const children = node.children as ElementContent[];
    for (let index = 0; index < children.length; index += 1) {
      const atom = children[index];
      if (atom === undefined || !isAtom(atom)) continue;
      const before = take(children[index - 1], opening);
      const after = take(children[index + 1], closing);
      if (before.length + after.length === 0) continue;
      const held = hasClass(atom, 'katex') ? breakBetweenBoxes(atom) : atom;
      children[index] = html('span', { className: ['nobreak'] }, ...before, held, ...after);
    }
    return undefined;
  });
};
