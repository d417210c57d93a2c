import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { fileStart, type Issue, type Place } from '../lib/issue.ts';
import { grammar } from './grammar.ts';
import { explainMdxError } from './mdx-errors.ts';
import { unravel } from './unravel.ts';

/** The same grammar as the build's, so that checks and pages see the same tree. */
const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(grammar)
  .freeze();

const emptyRoot: Root = { type: 'root', children: [] };

/** A tag that is never closed is complained of without a place, but its own place stands in the words. */
function placeOf({ line, column, reason }: VFileMessage): Place {
  if (line !== undefined && column !== undefined) return { line, column };
  const [, tagLine, tagColumn] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  return tagLine === undefined ? fileStart : { line: Number(tagLine), column: Number(tagColumn) };
}

/** The tree of a chapter's source; MDX that does not parse gives an issue with its place and an empty tree. */
export function parseMdx(source: string, file: string): { readonly tree: Root; readonly issues: readonly Issue[] } {
  try {
    const tree = parser.parse(source);
    unravel(tree);
    return { tree, issues: [] };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return {
      tree: emptyRoot,
      issues: [{ file, ...placeOf(error), ...explainMdxError(error.reason) }],
    };
  }
}
