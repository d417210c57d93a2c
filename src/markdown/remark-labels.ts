import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { attribute, collectLabels, isJsx, labelKinds, setAttribute, type JsxNode } from './labels.ts';

/** A caption stands in the place that its figure gives it, and needs no paragraph of its own. */
function placeCaption(owner: JsxNode): void {
  for (const child of owner.children) {
    if (!isJsx(child) || child.name !== 'Caption') continue;
    setAttribute(child, 'slot', 'caption');
    const only = child.children.length === 1 ? child.children[0] : undefined;
    if (only?.type === 'paragraph') child.children = only.children as typeof child.children;
  }
}

/** Hands every numbered tag its number, and its caption the place beside it. */
export const remarkLabels: Plugin<[], Root> = () => (tree, file) => {
  const seen = new Set<string>();
  for (const [node, { tag, id, number }] of collectLabels(tree)) {
    const { prefix, name } = labelKinds[tag];
    if (!id.startsWith(prefix)) {
      file.fail(`<${tag}> 的 id 是「${attribute(node, 'id') ?? '（没有写）'}」：${name}的 id 要以 ${prefix} 开头，例如 ${prefix}attention。`, node);
    }
    if (seen.has(id)) file.fail(`id「${id}」在本章用了两次：给其中一个换个名字。`, node);
    seen.add(id);
    setAttribute(node, 'number', String(number));
    placeCaption(node);
  }
};
