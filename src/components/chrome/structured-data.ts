import type { Chapter } from '../../book/model.ts';
import type { Crumb } from '../../book/outline.ts';
import { site } from '../../book/site.ts';

/** schema.org data of a page; `absolute` turns a site-absolute path into a full address. */
type Absolute = (path: string) => string;

export function siteData(absolute: Absolute): object {
  return {
    '@context': 'https://schema.org', '@type': 'WebSite', name: site.name, description: site.tagline,
    inLanguage: site.locale, url: absolute('/'),
  };
}

export function breadcrumbData(crumbs: readonly Crumb[], absolute: Absolute): object {
  return {
    '@context': 'https://schema.org', '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, path }, index) =>
      ({ '@type': 'ListItem', position: index + 1, name: title, item: absolute(path) })),
  };
}

/** `updated` is the day of the last change, where it is known. */
export function chapterData(chapter: Chapter, updated: string | undefined, absolute: Absolute): object {
  return {
    '@context': 'https://schema.org', '@type': ['LearningResource', 'TechArticle'],
    headline: chapter.title, description: chapter.summary, inLanguage: site.locale,
    url: absolute(`/${chapter.id}/`), image: absolute(`/og/${chapter.id}.png`),
    timeRequired: `PT${chapter.minutes}M`, isAccessibleForFree: true,
    isPartOf: { '@type': 'Book', name: site.name, url: absolute('/') },
    ...(updated === undefined ? {} : { dateModified: updated }),
  };
}

/** JSON for a `<script type="application/ld+json">`: no text inside can end the element. */
export function safeJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
