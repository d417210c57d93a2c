import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder } from '../book/folder.ts';
import { loadBook } from '../book/load.ts';
import type { Chapter } from '../book/model.ts';
import { plainContext } from '../book/plain-context.ts';
import { cellsOf } from '../examples/cells.ts';
import { toNotebook } from '../examples/notebook.ts';
import { readRecord } from '../examples/record.ts';
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
  const figure = (name: string): string | undefined => {
    const path = join(dirname(join(folder.root, chapter.file)), `${chapter.id.split('/').at(-1) ?? ''}.${name}.svg`);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const { tree } = parseMdx(chapter.source, chapter.file);
  const notebook = toNotebook(tree, { ...chapter, address }, plainContext(book), readRecord(folder.root, chapter), figure);
  return new Response(`${JSON.stringify(notebook, null, 1)}\n`, { headers: { 'Content-Type': 'application/x-ipynb+json' } });
};
