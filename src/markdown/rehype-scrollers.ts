import type { ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass, html, isTag } from './html-nodes.ts';

/** What may be wider than a phone. */
interface Wide {
  readonly is: (node: ElementContent) => boolean;
  /** The tag that brings its own scroller. */
  readonly owner: string;
  /** Puts it into a scroller where no such tag does. */
  readonly wrap: (node: ElementContent) => ElementContent;
}

const wide: readonly Wide[] = [
  {
    is: (node) => hasClass(node, 'katex-display'),
    owner: 'Equation',
    wrap: (node) => html('div', { className: ['equation'] }, html('div', { className: ['equation-body'], tabIndex: 0 }, node)),
  },
  {
    is: (node) => node.type === 'element' && node.tagName === 'table',
    owner: 'Table',
    wrap: (node) => html('div', { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: '表格' }, node),
  },
];

/** Puts bare display formulas and tables into boxes that scroll by themselves and can be reached by keyboard. */
export const rehypeScrollers: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node, index, parent) => {
    const kind = wide.find(({ is }) => is(node));
    if (kind === undefined || parent === undefined || index === undefined) return undefined;
    if (!isTag(parent, kind.owner)) parent.children[index] = kind.wrap(node);
    return SKIP;
  });
};
