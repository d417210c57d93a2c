/**
 * The least that any tool must do with these chapters: parse, set formulas, colour code, write plain pages without a chrome,
 * and index them. `node tests/bench/peers/floor.ts <content> <output>`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import katex from 'katex';
import { close, createIndex } from 'pagefind';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { createHighlighter } from 'shiki';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const [content = '', output = ''] = process.argv.slice(2);
const themes = { light: 'github-light', dark: 'github-dark' } as const;
const highlighter = await createHighlighter({ themes: Object.values(themes), langs: ['python'] });

function render(tree: Root): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    const [code] = node.children;
    const inner = node.tagName === 'pre' && code?.type === 'element' ? code : node;
    const classes = String(inner.properties['className'] ?? '');
    if (parent === undefined || index === undefined || (inner.tagName !== 'code')) return;
    if (classes.includes('language-math')) {
      parent.children.splice(index, 1, ...(fromHtml(katex.renderToString(toString(inner), { displayMode: inner !== node }), { fragment: true }).children as Element[]));
    } else if (classes.includes('language-python')) {
      parent.children[index] = highlighter.codeToHast(toString(inner), { lang: 'python', themes }).children[0] as Element;
    }
  });
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkRehype).freeze();
for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mdx'))) {
  const text = readFileSync(join(content, name), 'utf8').replace(/^---\n[^]*?\n---\n/, '').replace(/<Chapter id="([^"]+)" \/>/g, '[$1](/$1/)');
  const tree = await processor.run(processor.parse(text)) as Root;
  render(tree);
  const file = join(output, name.replace(/\.mdx$/, ''), 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><main data-pagefind-body>${toHtml(tree)}</main></html>`);
}
const { index } = await createIndex({});
await index?.addDirectory({ path: output });
await index?.writeFiles({ outputPath: join(output, 'pagefind') });
await close();
