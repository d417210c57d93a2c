import { createIndex, type PagefindIndex } from 'pagefind';
import type { Chapter } from '../../book/model.ts';
import { spellings } from '../../book/lexicon.ts';
import type { Term } from '../../book/schema.ts';
import { searchCopy, type Block } from './search-copy.ts';

export interface IndexedChapter {
  readonly chapter: Chapter;
  readonly blocks: readonly Block[];
}

const aboutOf = ({ id }: Chapter, lexicon: readonly Term[]): string =>
  lexicon.filter(({ home }) => home === id).map((term) => `${[...spellings(term), ...term.typed].join(' ')}：${term.gloss}`).join('\n');

function refuse(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`${what}：${errors.join('；')}`);
}

/** A Pagefind index of search copies; throws on the first page that Pagefind refuses. The caller closes the service. */
export async function fillIndex(pages: readonly IndexedChapter[], lexicon: readonly Term[]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
  refuse('Pagefind 没有启动', errors);
  if (index === undefined) throw new Error('Pagefind 没有启动：没有返回索引。');
  for (const { chapter, blocks } of pages) {
    const added = await index.addHTMLFile({ url: `/${chapter.id}/`, content: searchCopy(chapter, blocks, aboutOf(chapter, lexicon)) });
    refuse(`Pagefind 不接受 ${chapter.id}`, added.errors);
  }
  return index;
}
