import type { Nodes, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

const han = /^\p{Script=Han}$/u;
/** Full-width punctuation brings its own space. */
const wide = /^[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’—…]$/u;

interface Leaf {
  readonly text: string;
  readonly node: Text | undefined;
}

/** The running text of a block in pieces; what is not text keeps its letters, to be looked at but not changed. */
function leaves(node: Nodes): Leaf[] {
  if (node.type === 'text') return [{ text: node.value, node }];
  if (node.type === 'break') return [{ text: '\n\n', node: undefined }];
  if ('children' in node) return node.children.flatMap(leaves);
  return [{ text: toString(node), node: undefined }];
}

function needsNoSpace(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return wide.test(before) || wide.test(after) || (han.test(before) && han.test(after));
}

function joinLines(block: Nodes): void {
  const pieces = leaves(block);
  const whole = pieces.map(({ text }) => text).join('');
  let offset = 0;
  for (const { text, node } of pieces) {
    if (node !== undefined && text.includes('\n')) {
      const start = offset;
      node.value = text.replace(/[ \t]*\n[ \t]*/g, (line, at: number) => {
        const before = [...whole.slice(0, start + at)].at(-1);
        const after = [...whole.slice(start + at + line.length, start + at + line.length + 2)][0];
        return needsNoSpace(before, after) ? '' : line;
      });
    }
    offset += text.length;
  }
}

/** A line that ends between Chinese characters goes on without a space. */
export const remarkSoftBreaks: Plugin<[], Root> = () => (tree) => {
  visit(tree, ['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement'], (node) => {
    const inline = node.type !== 'mdxJsxFlowElement' || node.children.some((child: Nodes) => child.type === 'text');
    if (inline) joinLines(node);
  });
};
