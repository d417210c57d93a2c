import { gunzipSync } from 'node:zlib';
import { createIndex, type PagefindIndex } from 'pagefind';
import type { Chapter } from '../../book/model.ts';
import { spellings } from '../../book/lexicon.ts';
import type { Term } from '../../book/schema.ts';
import type { Fragment } from '../pagefind.ts';
import { searchCopy, sectionsOf, type Block } from './search-copy.ts';

export interface IndexedChapter {
  readonly chapter: Chapter;
  readonly blocks: readonly Block[];
}

const aboutOf = ({ id }: Chapter, lexicon: readonly Term[]): string =>
  lexicon.filter(({ home }) => home === id).map((term) => `${[...spellings(term), ...term.typed].join(' ')}：${term.gloss}`).join('\n');

function refuse(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`${what}：${errors.join('；')}`);
}

/**
 * How many places of words go into a file of the index, as few as keeps the list of the files short: a search fetches one for each
 * word. Pagefind's own 20,000 make 37 KB each. It takes the number from its environment alone, under a name that says that it may change.
 */
const placesInFile = 2500;

/** A Pagefind index of search copies, each section a page of its own; throws on the first page that Pagefind refuses. The caller closes the service. */
export async function fillIndex(pages: readonly IndexedChapter[], lexicon: readonly Term[]): Promise<PagefindIndex> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(placesInFile);
  const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
  refuse('Pagefind 没有启动', errors);
  if (index === undefined) throw new Error('Pagefind 没有启动：没有返回索引。');
  for (const { chapter, blocks } of pages) {
    for (const [place, section] of sectionsOf(blocks).entries()) {
      const about = place === 0 ? aboutOf(chapter, lexicon) : '';
      const added = await index.addHTMLFile({ url: `/${chapter.id}/#${place}`, content: searchCopy(chapter, section, about) });
      refuse(`Pagefind 不接受 ${chapter.id}`, added.errors);
    }
  }
  return index;
}

/** Fragments → their names and the chapters that they belong to. */
export function chaptersOf(files: Iterable<readonly [path: string, content: Uint8Array]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, content] of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (name === undefined) continue;
    const text = gunzipSync(content).toString().replace(/^pagefind_dcd/, '');
    found.set(name, (JSON.parse(text) as Fragment).meta['id'] ?? '');
  }
  return found;
}
