/** Addresses inside the site. All pages end in a slash; `base` is `/` or e.g. `/daily-deeplearning/`. */

/** Joins the base with a site-absolute address such as `/llm/` or `/llm/#top`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

export function chapterPath(id: string): string {
  return `/${id}/`;
}
