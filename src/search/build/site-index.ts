import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { close } from 'pagefind';
import type { Book, Chapter } from '../../book/model.ts';
import type { FullTextNames } from '../aux.ts';
import { openCatalogue } from '../catalogue.ts';
import { packSections, type TextGuide } from '../guide.ts';
import { disagreements } from './agreement.ts';
import { buildAux, commonWords, vocabulary } from './aux-index.ts';
import { pageBlocks } from './page-blocks.ts';
import { chaptersOf, fillIndex, type IndexedChapter } from './pagefind-index.ts';
import { sourceBlocks } from './source-blocks.ts';
import { splitAux } from './split-aux.ts';

/** Name of the heading index, below the site's base. */
export const auxFile = 'search-index.json';
/** What must be known of the full text beforehand, beside it. */
const guideFile = 'pagefind/guide.json';
/** Latin words of the text by which typing mistakes are mended, besides those that the heading index holds; rarer ones are names that nobody mistypes. */
const mostWords = 1200;
/** What the heading index of a large book leaves out; there only then. */
const restFile = 'pagefind/headings.json';

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

/** Reads off the files that Pagefind made what the browser must know beforehand. */
export function namesIn(files: readonly string[]): FullTextNames {
  const [chunk] = files.filter((file) => file.startsWith('index/')).toSorted();
  const [index = ''] = files.flatMap((file) => /^pagefind\.(.+)\.pf_meta$/.exec(file)?.[1] ?? []);
  return { index, probe: chunk === undefined ? '' : `pagefind/${chunk}` };
}

/** What stands beside Pagefind's files, whose paths begin below their folder: path below the base → text. */
function ownFiles(book: Book, made: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const aux = buildAux(book, namesIn([...made.keys()]));
  const known = openCatalogue(aux).vocabulary;
  const latin = vocabulary(book.chapters).slice(0, mostWords).filter((word) => !known.has(word)).toSorted();
  const guide: TextGuide = { ...packSections(chaptersOf(made)), words: [...latin, ...commonWords(book)].join(' ') };
  const split = splitAux(aux);
  return new Map([
    [auxFile, JSON.stringify(split?.first ?? aux)],
    ...(split === undefined ? [] : [[restFile, JSON.stringify(split.rest)] as const]),
    [guideFile, JSON.stringify(guide)],
  ]);
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
    const index = await fillIndex(read.flatMap(({ page }) => page ?? []), book.lexicon);
    const { errors } = await index.writeFiles({ outputPath: relative(process.cwd(), join(folder, 'pagefind')) || '.' });
    if (errors.length > 0) throw new Error(`Pagefind 没有写出索引：${errors.join('；')}`);
  } finally {
    await close();
  }
  const made = new Map<string, Uint8Array>();
  for (const entry of await readdir(join(folder, 'pagefind'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) made.set(relative(join(folder, 'pagefind'), path).split(sep).join('/'), await readFile(path));
  }
  const written = ownFiles(book, made);
  for (const [file, text] of written) await writeFile(join(folder, file), text);
  return { chapters: book.chapters.length, auxBytes: Buffer.byteLength(written.get(auxFile) ?? '') };
}

/** Both indexes in memory, from the chapters' sources: path below the base → content. */
export async function memoryIndex(book: Book): Promise<ReadonlyMap<string, Uint8Array | string>> {
  try {
    const index = await fillIndex(book.chapters.map((chapter) =>
      ({ chapter, blocks: sourceBlocks(chapter.title, chapter.summary, chapter.facts) })), book.lexicon);
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw new Error(errors.join('；'));
    await index.deleteIndex();
    return new Map<string, Uint8Array | string>([
      ...files.map(({ path, content }): [string, Uint8Array] => [`pagefind/${path}`, content]),
      ...ownFiles(book, new Map(files.map(({ path, content }) => [path, content]))),
    ]);
  } finally {
    await close();
  }
}
