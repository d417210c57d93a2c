import type { Book } from '../book/model.ts';
import { chapterPath } from '../lib/paths.ts';
import { fileStart } from '../lib/issue.ts';
import { issueIn, textsOf, type Check, type Surroundings, type Text } from './check.ts';

/** What the site makes by itself; a test compares it with src/pages. */
export const ownPages: readonly string[] = [
  '/', '/contents/', '/path/', '/figures/', '/quality/', '/search-quality/', '/glossary/', '/papers/', '/search/', '/licences/',
  '/rss.xml', '/llms.txt', '/robots.txt',
];

/** Address of every page → the anchors on it; `undefined` where its anchors are not known. */
export type Addresses = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** A part at the address of one of the site's own pages could not be reached. */
export const takenAddresses: Check = ({ parts, pages }, { files }) => {
  const taken = new Set([...ownPages, ...pages.map(({ id }) => chapterPath(id))]);
  return parts.filter(({ id }) => taken.has(chapterPath(id))).map(({ id }) => issueIn(files.get(`${id}/_part.yaml`)?.name ?? '', fileStart,
    `部分「${id}」的地址 ${chapterPath(id)} 已经是网站自己的一页`, '给部分的文件夹换一个名字。'));
};

/** Ids that a text's page has: headings, labels, footnotes and the top. */
function anchorsOf({ facts }: Text): ReadonlySet<string> {
  return new Set([
    'top',
    ...facts.headings.map(({ id }) => id),
    ...facts.labels.map(({ id }) => id),
    ...facts.footnoteTexts.map(({ value }) => `user-content-fn-${value.toLowerCase()}`),
  ]);
}

export function addressesOf(book: Book, { unread }: Surroundings): Addresses {
  const found = new Map<string, ReadonlySet<string> | undefined>(ownPages.map((path) => [path, undefined]));
  found.set('/glossary/', new Set(book.lexicon.map(({ id }) => id)));
  for (const part of book.parts) {
    found.set(chapterPath(part.id), undefined);
    for (const { id } of part.sections) found.set(chapterPath(id), undefined);
  }
  for (const text of textsOf(book)) {
    found.set(chapterPath(text.id), unread.has(`${text.id}.mdx`) ? undefined : anchorsOf(text));
  }
  return found;
}

/** `undefined` where the percent signs spell nothing. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
