import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder } from '../book/folder.ts';
import { loadBook } from '../book/load.ts';
import type { Chapter } from '../book/model.ts';
import { plainContext } from '../book/plain-context.ts';
import { rawAddress } from '../book/site.ts';
import { cellsOf } from '../examples/cells.ts';
import { toNotebook } from '../examples/notebook.ts';
import { figureName, readRecord } from '../examples/record.ts';
import { chapterPath, withBase } from '../lib/paths.ts';
import { parseMdx } from '../markdown/parse.ts';

export const getStaticPaths = (async () => {
  const { chapters } = await loadBook();
  return chapters.filter((chapter) => cellsOf(chapter).length > 0)
    .map((chapter) => ({ params: { id: chapter.id }, props: { chapter } }));
}) satisfies GetStaticPaths;

/** Every chapter with executable blocks as a notebook, with the recorded outputs. */
export const GET: APIRoute<{ chapter: Chapter }> = async ({ props: { chapter }, site }) => {
  const book = await loadBook();
  const folder = contentFolder();
  const address = new URL(withBase(import.meta.env.BASE_URL, chapterPath(chapter.id)), site).href;
  const record = readRecord(folder.root, chapter);
  const beside = dirname(chapter.id);
  const figure = (name: string): string | undefined => {
    const path = join(folder.content, beside, figureName(chapter.id, name));
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const data = Object.keys(record?.files ?? {}).map((name) => posix.relative(beside, name));
  const fetched = (path: string): string => rawAddress(posix.join('content', beside, path));
  const { tree } = parseMdx(chapter.source, chapter.file);
  const notebook = toNotebook(tree, { ...chapter, address }, chapter.id, plainContext(book), {
    versions: record?.versions ?? {}, figure, data, address: fetched,
  });
  return new Response(`${JSON.stringify(notebook, null, 1)}\n`, { headers: { 'Content-Type': 'application/x-ipynb+json' } });
};
