import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** Head cells say that they head columns; an empty one (the corner of a table with row names) heads nothing and becomes a plain cell. */
export const rehypeTableHeaders: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'th') return;
    if (node.children.length === 0) node.tagName = 'td';
    else node.properties.scope = 'col';
  });
};
