import { recall, remember } from '../chrome/storage.ts';

const key = 'search:recent';
const most = 6;

/** Latest first; whatever else the store holds is ignored. */
export function recentSearches(): string[] {
  try {
    const held: unknown = JSON.parse(recall('local', key) ?? '[]');
    return Array.isArray(held) ? held.filter((item) => typeof item === 'string' && item !== '' && item.length <= 64).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const short = query.trim().slice(0, 64);
  if (short !== '') remember('local', key, JSON.stringify([short, ...recentSearches().filter((item) => item !== short)].slice(0, most)));
}

export function forgetSearches(): void {
  remember('local', key, null);
}
