import type { Chapter, Part, Section } from './model.ts';

export interface Neighbours {
  readonly previous?: Chapter;
  readonly next?: Chapter;
}

/** Written chapters only: a reader is never sent to a page that does not exist. */
export function neighboursOf(chapters: readonly Chapter[], id: string): Neighbours {
  const index = chapters.findIndex((chapter) => chapter.id === id);
  if (index === -1) return {};
  const [previous, next] = [chapters[index - 1], chapters[index + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

export interface Crumb {
  readonly title: string;
  readonly path: string;
}

/** Home is left out: the header carries it. A part without sections gives one crumb. */
export function breadcrumbs(part: Part, section?: Section): Crumb[] {
  const first = { title: part.title, path: `/${part.id}/` };
  return section === undefined || !part.divided ? [first] : [first, { title: section.title, path: `/${section.id}/` }];
}

/** Part and section of a chapter or section id. */
export function locate(parts: readonly Part[], id: string): { readonly part: Part; readonly section: Section } | undefined {
  const part = parts.find((candidate) => candidate.id === id.split('/')[0]);
  const section = part?.sections.find((candidate) => id === candidate.id || id.startsWith(`${candidate.id}/`));
  return part === undefined || section === undefined ? undefined : { part, section };
}
