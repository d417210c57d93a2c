import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder } from '../book/folder.ts';
import { keptCopies, loadBook } from '../book/load.ts';
import type { Chapter } from '../book/model.ts';
import { cellsOf } from '../examples/cells.ts';
import { copiesOf } from '../examples/copies.ts';
import { chapterPath, withBase } from '../lib/paths.ts';

export const getStaticPaths = (async () => {
  const { chapters } = await loadBook();
  return chapters.filter((chapter) => cellsOf(chapter).length > 0)
    .map((chapter) => ({ params: { id: chapter.id }, props: { chapter } }));
}) satisfies GetStaticPaths;

/** Every chapter with executable blocks as a notebook, with the recorded outputs. */
export const GET: APIRoute<{ chapter: Chapter }> = async ({ props: { chapter }, site }) => {
  const address = new URL(withBase(import.meta.env.BASE_URL, chapterPath(chapter.id)), site).href;
  const { notebook } = await copiesOf(chapter, address, await loadBook(), contentFolder(), keptCopies);
  return new Response(notebook, { headers: { 'Content-Type': 'application/x-ipynb+json' } });
};
