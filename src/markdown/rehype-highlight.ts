import { rehypeShiki } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { ResultCache } from '../lib/result-cache.ts';
import { shikiConfig } from './shiki.ts';

/** Astro's way of calling Shiki, which opens its grammars only when there is something to colour. */
const colour = rehypeShiki as unknown as (config: typeof shikiConfig) => (tree: Root, file: VFile) => Promise<void>;

/** Formulas and printed output are not code. */
const others = ['math', 'output'];

/** Language of a block of code that is to be highlighted. */
function languageOf(pre: Element): string | undefined {
  const [code, more] = pre.children;
  if (pre.tagName !== 'pre' || more !== undefined || code?.type !== 'element' || code.tagName !== 'code') return undefined;
  const { className } = code.properties;
  const [, language] = /\blanguage-(\S+)/.exec(Array.isArray(className) ? className.join(' ') : '') ?? [];
  return language === undefined || others.includes(language) ? undefined : language;
}

const metaOf = ({ children: [code] }: Element): unknown =>
  code?.type === 'element' ? code.data?.meta ?? code.properties['metastring'] : undefined;

/** Colours code, each distinct block once; it becomes one piece of HTML. */
export const rehypeHighlight: Plugin<[ResultCache], Root> = (cache) => {
  const shiki = colour(shikiConfig);
  return async (tree, file) => {
    const blocks: { readonly pre: Element; readonly place: Root['children']; readonly index: number; readonly input: string }[] = [];
    visit(tree, 'element', (pre, index, parent) => {
      const language = languageOf(pre);
      if (language === undefined || index === undefined || parent === undefined) return;
      blocks.push({ pre, place: parent.children, index, input: JSON.stringify([language, metaOf(pre) ?? null, toString(pre)]) });
    });
    for (const { pre, place, index, input } of blocks) {
      let html = cache.get(input);
      if (html === undefined) {
        const alone: Root = { type: 'root', children: [pre] };
        await shiki(alone, file);
        html = toHtml(alone);
        cache.set(input, html);
      }
      place[index] = { type: 'raw', value: html };
    }
  };
};
