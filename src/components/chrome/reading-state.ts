/** What a browser remembers about its reader, checked before it is believed: anyone can write to storage. */

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function parseTheme(raw: string | null): Theme {
  return raw === 'light' || raw === 'dark' ? raw : 'system';
}

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}

const chapterId = /^[a-z0-9-]+(?:\/[a-z0-9-]+){1,2}$/;
/** Below any base, which may hold dots; two slashes at the start would lead to another site. */
const sitePath = /^\/(?!\/)[\w./~%-]*$/;

function parseJson(raw: string | null): unknown {
  try {
    return raw === null ? undefined : JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** Ids of the chapters ticked as read; whatever is no chapter id is dropped. */
export function parseReadIds(raw: string | null): readonly string[] {
  const value = parseJson(raw);
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((id): id is string => typeof id === 'string' && chapterId.test(id)))];
}

export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** Where the reader stopped. `section` and `heading` are empty above the first heading. */
export interface Place {
  readonly path: string;
  readonly title: string;
  readonly section: string;
  readonly heading: string;
}

export function parsePlace(raw: string | null): Place | undefined {
  const value = parseJson(raw);
  if (typeof value !== 'object' || value === null) return undefined;
  const field = (name: keyof Place): string | undefined => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' && found.length <= 200 ? found : undefined;
  };
  const [path, title, section, heading] = [field('path'), field('title'), field('section'), field('heading')];
  if (path === undefined || !sitePath.test(path) || title === undefined || title === '') return undefined;
  return { path, title, section: section ?? '', heading: heading ?? '' };
}

/** Scroll of the outline and its open sections, for the pages of one visit. */
export interface OutlineState {
  readonly scroll: number;
  readonly open: readonly string[];
}

export function parseOutlineState(raw: string | null): OutlineState | undefined {
  const value = parseJson(raw);
  if (typeof value !== 'object' || value === null) return undefined;
  const scroll: unknown = Reflect.get(value, 'scroll');
  const open: unknown = Reflect.get(value, 'open');
  if (typeof scroll !== 'number' || !(scroll >= 0) || !Array.isArray(open)) return undefined;
  return { scroll, open: open.filter((id): id is string => typeof id === 'string') };
}
