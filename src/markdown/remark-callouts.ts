import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { attribute, isJsx, setAttribute } from './labels.ts';
import { calloutKinds } from './tags.ts';

/** Tells every callout what the reader calls its kind. */
export const remarkCallouts: Plugin<[], Root> = () => (tree, file) => {
  const names: Readonly<Record<string, string>> = calloutKinds;
  visit(tree, (node) => {
    if (!isJsx(node) || node.name !== 'Callout') return;
    const kind = attribute(node, 'kind') ?? '';
    const name = names[kind];
    if (name === undefined) {
      return file.fail(`<Callout kind="${kind}"> 的 kind 不认识：写成 ${Object.keys(names).join('、')} 之一。`, node);
    }
    setAttribute(node, 'name', name);
  });
};
