import { resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import type { BookContext } from './context.ts';
import { grammar } from './grammar.ts';
import { formulaSetter } from './katex.ts';
import { rehypeFormulas } from './rehype-formulas.ts';
import { rehypeHighlight } from './rehype-highlight.ts';
import { rehypeLinks } from './rehype-links.ts';
import { rehypeNobreak } from './rehype-nobreak.ts';
import { rehypePrint } from './rehype-print.ts';
import { rehypeScrollers } from './rehype-scrollers.ts';
import { rehypeTableHeaders } from './rehype-table-headers.ts';
import { rehypeToc } from './rehype-toc.ts';
import { remarkCallouts } from './remark-callouts.ts';
import { remarkCitations } from './remark-citations.ts';
import { remarkCode } from './remark-code.ts';
import { remarkDrawings } from './remark-drawings.ts';
import { remarkHeadings } from './remark-headings.ts';
import { remarkLabels } from './remark-labels.ts';
import { remarkReferences } from './remark-references.ts';
import { remarkSoftBreaks } from './remark-soft-breaks.ts';
import { remarkSymbols } from './remark-symbols.ts';
import { remarkTerms } from './remark-terms.ts';
import type { Results } from './results.ts';

export { plainTex } from './tex.ts';

/**
 * For `markdown.processor`: the way of a chapter from source to HTML, every step in order.
 * `context` is asked anew for every file; `base` is where the site is mounted; formulas and code that were set before are
 * taken from the results; `content` is the folder that chapter ids are paths below.
 * The page's data (`PageData`) is left in the front matter.
 */
export function createProcessor(
  context: () => BookContext,
  base: string,
  { formulas, code }: Results,
  content: string = resolve('content'),
): ReturnType<typeof unified> {
  return unified({
    remarkPlugins: [
      ...grammar,
      remarkHeadings, // first: ids are made from the author's words, as the checks make them
      remarkLabels,
      remarkCallouts,
      [remarkReferences, { book: context, content }],
      [remarkCitations, context],
      remarkSymbols,
      remarkSoftBreaks, // after the tags have become words
      [remarkTerms, { book: context, content }], // after all other links
      remarkCode,
      [remarkDrawings, context],
    ],
    rehypePlugins: [
      [rehypeHighlight, code],
      [rehypeFormulas, formulaSetter(formulas)],
      rehypeTableHeaders,
      rehypeScrollers,
      rehypeNobreak,
      [rehypeLinks, base],
      rehypeToc, // it copies finished headings
      rehypePrint, // last: nothing is looked for in what is printed
    ],
    remarkRehype: { footnoteLabel: '脚注', footnoteBackLabel: (index: number) => `返回正文第 ${index + 1} 处脚注` },
    smartypants: false,
  });
}
