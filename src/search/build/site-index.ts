import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { close } from 'pagefind';
import type { Book, Chapter } from '../../book/model.ts';
import { disagreements } from './agreement.ts';
import { buildAux } from './aux-index.ts';
import { pageBlocks } from './page-blocks.ts';
import { fillIndex, type IndexedChapter } from './pagefind-index.ts';
import { sourceBlocks } from './source-blocks.ts';

/** Name of the heading index, below the site's base. */
export const auxFile = 'search-index.json';

interface ReadPage {
  readonly page?: IndexedChapter;
  readonly complaints: readonly string[];
}

async function readPage(folder: string, chapter: Chapter): Promise<ReadPage> {
  const html = await readFile(join(folder, chapter.id, 'index.html'), 'utf8').catch(() => undefined);
  if (html === undefined) return { complaints: [`${chapter.id}：没有生成页面 ${chapter.id}/index.html。`] };
  const blocks = pageBlocks(html);
  return { ...(blocks && { page: { chapter, blocks } }), complaints: disagreements(chapter, blocks) };
}

/** Pages that ask to be indexed but are no chapters: their results could not be shown. */
async function strangers(folder: string, chapters: readonly Chapter[]): Promise<string[]> {
  const known = new Set(chapters.map(({ id }) => join(id, 'index.html')));
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html') && !known.has(file));
  const found = await Promise.all(files.map(async (file) =>
    (/\sdata-pagefind-body[\s>=]/.test(await readFile(join(folder, file), 'utf8')) ? [file.split(sep).join('/')] : [])));
  return found.flat().map((file) => `${file}：有 data-pagefind-body，却不是书里的章。`);
}

/**
 * Writes both indexes into a built site: `pagefind/` and `search-index.json`.
 * Throws with every disagreement between the pages and the book.
 */
export async function writeSiteIndex(folder: string, book: Book): Promise<{ readonly chapters: number; readonly auxBytes: number }> {
  const read: ReadPage[] = [];
  for (const chapter of book.chapters) read.push(await readPage(folder, chapter));
  const complaints = [...read.flatMap((each) => each.complaints), ...await strangers(folder, book.chapters)];
  if (complaints.length > 0) throw new Error(`搜索索引与页面不一致，构建停止：\n${complaints.map((line) => `  ${line}`).join('\n')}`);
  try {
    const index = await fillIndex(read.flatMap(({ page }) => page ?? []));
    const { errors } = await index.writeFiles({ outputPath: relative(process.cwd(), join(folder, 'pagefind')) || '.' });
    if (errors.length > 0) throw new Error(`Pagefind 没有写出索引：${errors.join('；')}`);
  } finally {
    await close();
  }
  const [chunk] = (await readdir(join(folder, 'pagefind/index')).catch(() => [])).toSorted();
  const aux = JSON.stringify(buildAux(book, chunk === undefined ? '' : `pagefind/index/${chunk}`));
  await writeFile(join(folder, auxFile), aux);
  return { chapters: book.chapters.length, auxBytes: Buffer.byteLength(aux) };
}

/** Both indexes in memory, from the chapters' sources: path below the base → content. */
export async function memoryIndex(book: Book): Promise<ReadonlyMap<string, Uint8Array | string>> {
  try {
    const index = await fillIndex(book.chapters.map((chapter) =>
      ({ chapter, blocks: sourceBlocks(chapter.title, chapter.summary, chapter.facts) })));
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw new Error(errors.join('；'));
    await index.deleteIndex();
    const chunk = files.find(({ path }) => path.startsWith('index/'));
    return new Map<string, Uint8Array | string>([
      ...files.map(({ path, content }): [string, Uint8Array] => [`pagefind/${path}`, content]),
      [auxFile, JSON.stringify(buildAux(book, chunk === undefined ? '' : `pagefind/${chunk.path}`))],
    ]);
  } finally {
    await close();
  }
}
