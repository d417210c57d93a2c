import type { APIRoute } from 'astro';
import { loadBook } from '../book/load.ts';
import { site } from '../book/site.ts';
import { withBase } from '../lib/paths.ts';

/** A map of the book for language models, after llmstxt.org: every written chapter by its Markdown. */
export const GET: APIRoute = async (context) => {
  const { parts } = await loadBook();
  const address = (id: string): string => new URL(withBase(import.meta.env.BASE_URL, `/${id}.md`), context.site).href;
  const lists = parts.flatMap((part) => {
    const written = part.sections.flatMap(({ entries }) => entries).filter((entry) => entry.kind === 'written');
    return written.length === 0 ? [] : [
      `## ${part.title}`,
      written.map(({ id, title, summary }) => `- [${title}](${address(id)}): ${summary}`).join('\n'),
    ];
  });
  return new Response(`${[`# ${site.name}`, `> ${site.tagline}`, ...lists].join('\n\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
