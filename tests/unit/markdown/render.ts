import { toHtml } from 'hast-util-to-html';
import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { BookContext } from '../../../src/markdown/context.ts';
import { grammar } from '../../../src/markdown/grammar.ts';
import { isJsx } from '../../../src/markdown/labels.ts';

export const content = '/book/content';

/** A book with one written chapter, one planned one, one source and one term. */
export const book: BookContext = {
  chapter: (id) => ({
    'llm/masks': { title: '掩码解析', written: true },
    'llm/position': { title: '位置编码', written: false },
  })[id],
  label: (chapter, id) =>
    chapter === 'llm/masks' && id === 'eq-mask' ? { tag: 'Equation', number: 2 } : undefined,
  hasReference: (key) => ['vaswani2017', 'elman1990'].includes(key),
  terms: () => ({
    version: '1',
    find: (text) => [...text.matchAll(/自注意力|残差/g)].map(({ 0: word, index }) => ({
      id: word === '残差' ? 'residual' : 'self-attention',
      home: 'llm/masks', start: index, end: index + word.length,
    })),
  }),
  drawing: () => undefined,
};

/** Prints the author's tags that are left as elements, so that a test can see their attributes. */
function tagsAsElements() {
  return (tree: HtmlRoot) => {
    visit(tree, (node, index, parent) => {
      if (!isJsx(node) || parent === undefined || index === undefined) return;
      const properties = Object.fromEntries(node.attributes.flatMap((item) =>
        item.type === 'mdxJsxAttribute' ? [[item.name, String(item.value)]] : []));
      const element: Element = { type: 'element', tagName: node.name ?? '', properties, children: node.children as Element[] };
      parent.children[index] = element;
    });
  };
}

export interface Plugins {
  readonly remark?: PluggableList;
  readonly rehype?: PluggableList;
  /** Path below the content folder. */
  readonly path?: string;
}

/** Source → HTML through the given plugins alone, with the file that carries the page's data. */
export async function process(source: string, { remark = [], rehype = [], path = 'llm/here.mdx' }: Plugins) {
  const file = new VFile({ value: source, path: `${content}/${path}` });
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(grammar).use(remark)
    .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] }).use(rehype).use(tagsAsElements);
  const tree: Root = processor.parse(file);
  return { html: toHtml(await processor.run(tree, file) as HtmlRoot, { allowDangerousHtml: true }), file };
}

export async function render(source: string, plugins: Plugins): Promise<string> {
  return (await process(source, plugins)).html;
}

/** `line:column text` of the failure that the plugins answer with. */
export async function failure(source: string, plugins: Plugins): Promise<string> {
  try {
    await process(source, plugins);
  } catch (error) {
    if (error instanceof VFileMessage) return `${error.line}:${error.column} ${error.reason}`;
    throw error;
  }
  return '(no failure)';
}
