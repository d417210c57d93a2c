import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { BookOptions, TermMatch } from './context.ts';
import { chapterOf, link, words } from './nodes.ts';
import { leave } from './page-data.ts';

/** Where a word is not running text, or is a link already. */
const closed: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'link', 'linkReference', 'heading', 'footnoteDefinition', 'inlineCode', 'code', 'inlineMath', 'math', 'yaml',
]);

/** The greyed title of a chapter to come is a name, not running text. */
function isPlannedChapter({ data }: Nodes): boolean {
  return data?.hProperties?.['className']?.toString() === 'chapter-planned';
}

function termLink(id: string, spelling: string): PhrasingContent {
  return link(`/glossary/#${id}`, { className: ['term'], dataCard: `term-${id}` }, words(spelling));
}

/** The text with the given words as links; the matches are in order and do not overlap. */
function split({ value }: Text, matches: readonly TermMatch[]): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const { id, start, end } of matches) {
    if (start > from) pieces.push(words(value.slice(from, start)));
    pieces.push(termLink(id, value.slice(start, end)));
    from = end;
  }
  if (from < value.length) pieces.push(words(value.slice(from)));
  return pieces;
}

/** Links the first mention of each lexicon term in a `##` section, except in the chapter that owns the term. */
export const remarkTerms: Plugin<[BookOptions], Root> = ({ book, content }) => (tree, file) => {
  const { find } = book().terms();
  const chapter = chapterOf(file, content);
  const linked = new Set<string>();
  let section = new Set<string>();
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading' && node.depth === 2) section = new Set();
    if (closed.has(node.type) || isPlannedChapter(node)) return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    const first = find(node.value).filter(({ id, home }) => {
      if (home === chapter || section.has(id)) return false;
      section.add(id);
      return true;
    });
    if (first.length === 0) return undefined;
    first.forEach(({ id }) => linked.add(id));
    const pieces = split(node, first);
    (parent.children as unknown[]).splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
  leave(file, 'terms', [...linked]);
};
