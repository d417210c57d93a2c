/** Addresses inside the site. All pages end in a slash; `base` is `/` or e.g. `/daily-deeplearning/`. */

/** A base as the site writes it: `book`, `/book` and `/book/` are all `/book/`, and nothing is `/`. */
export function asBase(text = ''): string {
  const inner = text.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Joins the base with a site-absolute address such as `/llm/` or `/llm/#top`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

export function chapterPath(id: string): string {
  return `/${id}/`;
}
