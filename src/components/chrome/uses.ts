import type { Book, BookPage, Chapter } from '../../book/model.ts';

/** A place that cites or mentions something, as a back-link. */
export interface BackLink {
  readonly path: string;
  readonly title: string;
  /** Heading of the `##` section; empty above the first. */
  readonly section: string;
}

function sectionAt({ facts }: Chapter | BookPage, line: number): { readonly id: string; readonly text: string } | undefined {
  return facts.headings.filter((heading) => heading.depth === 2 && heading.line <= line).at(-1);
}

function linksFrom(page: Chapter | BookPage, key: string): BackLink[] {
  const links = page.facts.citations.filter(({ value }) => value === key).map(({ line }) => {
    const section = sectionAt(page, line);
    return { path: `/${page.id}/${section === undefined ? '' : `#${section.id}`}`, title: page.title, section: section?.text ?? '' };
  });
  return links.filter(({ path }, index) => links.findIndex((other) => other.path === path) === index);
}

/** Every place that cites a work, in reading order; pages beside the outline come last. One link per section. */
export function citationLinks({ chapters, pages }: Pick<Book, 'chapters' | 'pages'>, key: string): readonly BackLink[] {
  return [...chapters, ...pages].flatMap((page) => linksFrom(page, key));
}

export interface Group<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Groups in order of first appearance. */
export function groupBy<Item>(items: readonly Item[], name: (item: Item) => string): readonly Group<Item>[] {
  return [...Map.groupBy(items, name)].map(([key, members]) => ({ name: key, items: members }));
}
