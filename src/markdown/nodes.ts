import { relative, sep } from 'node:path';
import type { ElementContent, Properties } from 'hast';
import type { Emphasis, Link, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from 'unist-util-visit';
import { isJsx, type JsxNode } from './labels.ts';

declare module 'mdast' {
  interface Data {
    hName?: string;
    hProperties?: Properties;
    hChildren?: ElementContent[];
  }
}

/**
 * An HTML element within a Markdown tree. Markdown has no node for one: an emphasis that is told to print
 * another name is the carrier, because its children are printed as they are.
 */
export function element(name: string, properties: Properties, children: readonly (RootContent | PhrasingContent)[]): Emphasis {
  return { type: 'emphasis', data: { hName: name, hProperties: properties }, children: children as PhrasingContent[] };
}

export function words(value: string): PhrasingContent {
  return { type: 'text', value };
}

export function link(url: string, properties: Properties, ...children: readonly PhrasingContent[]): Link {
  return { type: 'link', url, data: { hProperties: properties }, children: [...children] };
}

/** Puts a node in the place of each tag of that name, in the order of the text. */
export function replaceTags(tree: Root, name: string, replace: (node: JsxNode) => PhrasingContent): void {
  visit(tree, (node, index, parent) => {
    if (!isJsx(node) || node.name !== name || parent === undefined || index === undefined) return undefined;
    (parent.children as unknown[])[index] = { ...replace(node), position: node.position };
    return [SKIP, index + 1];
  });
}

/** Id of the chapter that a file holds: its path below the content folder, e.g. `llm/transformer/masks`. */
export function chapterOf(file: VFile, content: string): string {
  return relative(content, file.path).split(sep).join('/').replace(/\.mdx$/, '');
}
