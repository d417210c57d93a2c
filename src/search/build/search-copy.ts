import type { Chapter } from '../../book/model.ts';
import { foldText } from '../fold.ts';
import { mark } from '../full-text.ts';
import { systemCut } from '../units.ts';

/** A piece of a chapter's text in reading order; a heading carries its id. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly id: string; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const asMath = (text: string): string => (text === '' ? '' : mark.mathStart + text + mark.mathEnd);
export const asCode = (text: string): string => (text.trim() === '' ? '' : mark.codeStart + text + mark.codeEnd);

/** Words with spaces between: the index cuts metadata at white space only. */
const spaced = (text: string): string => systemCut()(text).map((word) => word.trim()).filter(Boolean).join(' ');

/** Signs as words of their own, so that a page about C++ is more than a page with a c. */
const signs: readonly (readonly [string, RegExp])[] = [['cpp', /c\+\+/], ['csharp', /c#/], ['bigo', /\bo\([^)]{1,12}\)/], ['astar', /\ba\*/]];

/**
 * The pieces of a chapter that are indexed and fetched one by one: what stands before the first `##`, and each `##` with what
 * stands under it. A whole chapter is ten times what a search has to look at.
 */
export function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (last === undefined || (block.kind === 'heading' && block.depth === 2)) sections.push([block]);
    else last.push(block);
  }
  return sections;
}

function metadata(chapter: Chapter, blocks: readonly Block[], about: string): Readonly<Record<string, string>> {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.depth > 1 ? [block.text] : []));
  const text = blocks.map((block) => foldText(block.text)).join(' ');
  return {
    id: chapter.id,
    k: spaced(chapter.title),
    h: spaced(headings.join(' ')),
    t: spaced(about),
    s: signs.flatMap(([word, sign]) => (sign.test(text) ? [word] : [])).join(' '),
  };
}

/**
 * The page that the full-text index reads in the place of a section of the real one: headings with ids, text, filters, nothing else.
 * `about`: names and glosses of the terms that the chapter owns, in words that its text may not use.
 */
export function searchCopy(chapter: Chapter, blocks: readonly Block[], about = ''): string {
  const meta = Object.entries(metadata(chapter, blocks, about)).filter(([, value]) => value !== '')
    .map(([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escape(value)}">`);
  const filters = Object.entries({ part: chapter.id.split('/')[0] ?? '', level: chapter.level, kind: 'chapter' })
    .map(([key, value]) => `<meta data-pagefind-filter="${key}[content]" content="${escape(value)}">`);
  const body = blocks.map((block) => (block.kind === 'heading'
    ? `<h${block.depth} id="${escape(block.id)}">${escape(block.text)}${mark.headingEnd}</h${block.depth}>`
    : `<p>${escape(block.text)}</p>`));
  return `<!doctype html><html lang="zh-CN"><body><main data-pagefind-body>${[...meta, ...filters, ...body].join('\n')}</main></body></html>`;
}
