import type { ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Plugin } from 'unified';

/** Whether a node is only HTML: no author's tag within, and no picture, whose file the build still has to find. */
function isPlain(node: RootContent): boolean {
  if (node.type.startsWith('mdx') || (node.type === 'element' && node.tagName === 'img')) return false;
  return !('children' in node) || node.children.every(isPlain);
}

/** What the compiler turns into one string. */
function printed(nodes: readonly RootContent[]): RootContent {
  const value = toHtml(nodes as ElementContent[], { allowDangerousHtml: true });
  return { type: 'mdxJsxFlowElement', name: 'Fragment', attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value }], children: [] } as never;
}

function print(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let run: RootContent[] = [];
  const close = (): void => {
    if (run.length > 0) result.push(...(run.every(({ type }) => type === 'text') ? run : [printed(run)]));
    run = [];
  };
  for (const node of nodes) {
    if (isPlain(node)) run.push(node);
    else {
      close();
      result.push('children' in node ? ({ ...node, children: print(node.children as RootContent[]) } as RootContent) : node);
    }
  }
  close();
  return result;
}

/** Prints everything that holds no component, once and as long runs: what follows then walks a small tree. */
export const rehypePrint: Plugin<[], Root> = () => (tree) => {
  tree.children = print(tree.children);
};
