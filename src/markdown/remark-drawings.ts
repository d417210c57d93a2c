import { basename, dirname, join } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { BookContext } from './context.ts';
import { inlineDrawing } from './drawing.ts';
import { element } from './nodes.ts';

/** Sets the figures that a chapter's blocks drew (`<chapter>.<name>.svg`) into the page, so that they follow its theme. */
export const remarkDrawings: Plugin<[() => Pick<BookContext, 'drawing'>], Root> = (book) => (tree, file) => {
  const chapter = basename(file.path, '.mdx');
  visit(tree, 'image', ({ url, alt }, index, parent) => {
    const name = url.replace(/^\.\//, '');
    if (!name.startsWith(`${chapter}.`) || !/^[\w.-]+\.svg$/.test(name)) return;
    const source = book().drawing(join(dirname(file.path), name));
    const svg = source === undefined ? undefined : inlineDrawing(source, `${name.slice(chapter.length + 1, -'.svg'.length)}-`);
    if (svg === undefined || parent === undefined || index === undefined) return;
    const drawing = element('span', { className: ['drawing'], role: 'img', ariaLabel: alt ?? '', dataPagefindIgnore: '' }, []);
    parent.children[index] = { ...drawing, data: { ...drawing.data, hChildren: [svg] } };
  });
};
