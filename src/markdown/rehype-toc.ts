import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { hasClass } from './html-nodes.ts';
import { leave, type TocEntry } from './page-data.ts';
import './remark-headings.ts';

/** A copy for use inside another link: no ids, no links, no number, no anchor. */
function bare(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (hasClass(node, 'heading-number') || hasClass(node, 'heading-anchor')) return [];
    if (node.type !== 'element') return [node];
    const children = bare(node.children);
    if (node.tagName === 'a') return children;
    const { id: _id, ...properties } = node.properties;
    return [{ ...node, properties, children }];
  });
}

/** Leaves the table of contents on the page's data, with the formulas of headings as KaTeX rendered them. */
export const rehypeToc: Plugin<[], Root> = () => (tree, file) => {
  const known = new Map((file.data.headings ?? []).map((heading) => [heading.id, heading]));
  const toc: TocEntry[] = [];
  visit(tree, 'element', ({ tagName, properties, children }: Element) => {
    if (tagName !== 'h2' && tagName !== 'h3') return;
    const heading = known.get(String(properties['id']));
    if (heading === undefined) return;
    toc.push({
      depth: tagName === 'h2' ? 2 : 3, id: heading.id, number: heading.number, html: toHtml(bare(children), { allowDangerousHtml: true }), text: heading.text,
    });
  });
  leave(file, 'toc', toc);
};
