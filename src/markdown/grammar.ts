import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMath from 'remark-math';
import type { Plugin } from 'unified';

/** What our Markdown has beyond MDX and GFM; checks and the build take it from here, so both see the same tree. */
export const grammar: Plugin<[], Root>[] = [remarkMath, remarkCjkFriendly];
