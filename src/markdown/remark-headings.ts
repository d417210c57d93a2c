import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { collectHeadings, type Heading } from './headings.ts';
import { element, link, words } from './nodes.ts';

declare module 'vfile' {
  interface DataMap {
    /** Headings of the chapter, for the table of contents. */
    headings: readonly Heading[];
  }
}

/** Gives headings their ids, their numbers and a link to themselves. */
export const remarkHeadings: Plugin<[], Root> = () => (tree, file) => {
  const headings = collectHeadings(tree);
  file.data.headings = [...headings.values()];
  for (const [node, { id, number }] of headings) {
    node.data = { ...node.data, hProperties: { id } };
    const mark = number === '' ? [] : [element('span', { className: ['heading-number'] }, [words(number)])];
    const anchor = link(`#${id}`, { className: ['heading-anchor'], ariaLabel: '本节链接' }, words('#'));
    node.children = [...mark, ...node.children, anchor];
  }
};
