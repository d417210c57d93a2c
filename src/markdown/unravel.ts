import type { Paragraph, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/** The children of a paragraph of tags alone, as blocks; `undefined` where it holds words too. */
function blocksOf({ children }: Paragraph): RootContent[] | undefined {
  const blocks: RootContent[] = [];
  for (const child of children) {
    if (child.type === 'mdxJsxTextElement') blocks.push({ ...child, type: 'mdxJsxFlowElement' } as RootContent);
    else if (child.type === 'mdxTextExpression') blocks.push({ ...child, type: 'mdxFlowExpression' });
    else if (child.type !== 'text' || child.value.trim() !== '') return undefined;
  }
  return blocks.length === 0 ? undefined : blocks;
}

/** Takes tags that fill a line of their own out of the paragraph around them, as MDX does before our plugins run. */
export function unravel(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const blocks = blocksOf(paragraph);
    if (blocks === undefined || parent === undefined || index === undefined) return undefined;
    (parent.children as RootContent[]).splice(index, 1, ...blocks);
    return index;
  });
}
