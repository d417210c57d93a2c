import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { lastChange } from '../book/dates.ts';
import { loadBook, loadDates } from '../book/load.ts';
import { site } from '../book/site.ts';
import { chapterPath, withBase } from '../lib/paths.ts';

/** New and changed chapters, latest first. */
export const GET: APIRoute = async (context) => {
  const [{ chapters }, dates] = await Promise.all([loadBook(), loadDates()]);
  const items = chapters
    .map((chapter) => ({ chapter, day: lastChange(chapter, dates) ?? '' }))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, 50);
  return rss({
    title: site.name,
    description: site.tagline,
    site: new URL(withBase(import.meta.env.BASE_URL, '/'), context.site),
    trailingSlash: true,
    customData: `<language>${site.locale}</language>`,
    items: items.map(({ chapter: { id, title, summary }, day }) => ({
      title,
      description: summary,
      link: withBase(import.meta.env.BASE_URL, chapterPath(id)),
      ...(day === '' ? {} : { pubDate: new Date(`${day}T00:00:00Z`) }),
    })),
  });
};
