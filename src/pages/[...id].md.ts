import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder } from '../book/folder.ts';
import { keptCopies, loadBook } from '../book/load.ts';
import type { Chapter } from '../book/model.ts';
import { copiesOf } from '../examples/copies.ts';
import { chapterPath, withBase } from '../lib/paths.ts';

export const getStaticPaths = (async () => {
  const { chapters } = await loadBook();
  return chapters.map((chapter) => ({ params: { id: chapter.id }, props: { chapter } }));
}) satisfies GetStaticPaths;

/** Every chapter as Markdown with its TeX kept, for notes and language models. */
export const GET: APIRoute<{ chapter: Chapter }> = async ({ props: { chapter }, site }) => {
  const address = new URL(withBase(import.meta.env.BASE_URL, chapterPath(chapter.id)), site).href;
  const { markdown } = await copiesOf(chapter, address, await loadBook(), contentFolder(), keptCopies);
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
