import type { APIRoute, GetStaticPaths } from 'astro';
import { loadBook } from '../book/load.ts';
import type { Chapter } from '../book/model.ts';
import { plainContext } from '../book/plain-context.ts';
import { chapterPath, withBase } from '../lib/paths.ts';
import { parseMdx } from '../markdown/parse.ts';
import { toPlainMarkdown } from '../markdown/plain.ts';

export const getStaticPaths = (async () => {
  const { chapters } = await loadBook();
  return chapters.map((chapter) => ({ params: { id: chapter.id }, props: { chapter } }));
}) satisfies GetStaticPaths;

/** Every chapter as Markdown with its TeX kept, for notes and language models. */
export const GET: APIRoute<{ chapter: Chapter }> = async ({ props: { chapter }, site }) => {
  const address = new URL(withBase(import.meta.env.BASE_URL, chapterPath(chapter.id)), site).href;
  const { tree } = parseMdx(chapter.source, chapter.file);
  const text = toPlainMarkdown(tree, { ...chapter, address }, plainContext(await loadBook()));
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
