import { readFileSync } from 'node:fs';

/** Addresses of every page, relative to the site's root, from the sitemap of the built site. */
export const pages: readonly string[] = [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)]
  .map(([, address]) => new URL(address ?? '').pathname.slice(1));

const html = new Map(pages.map((path) => [path, readFileSync(`dist/${path}index.html`, 'utf8')]));
const sizeOf = (path: string): number => html.get(path)?.length ?? 0;

/** Written chapters among them. */
export const chapters: readonly string[] = pages.filter((path) => html.get(path)?.includes('"LearningResource"') === true);

const partOf = (path: string): string => `${path.split('/')[0] ?? ''}/`;
const parts = new Set(chapters.map(partOf));
const largest = (paths: readonly string[]): string[] => paths.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1);

/** One page of every kind: those beside the outline, and the largest of each level below it. */
export const kinds: readonly string[] = [
  ...pages.filter((path) => !parts.has(partOf(path)) || path === ''),
  ...largest([...parts]),
  ...largest(pages.filter((path) => parts.has(partOf(path)) && !parts.has(path) && !chapters.includes(path))),
  ...largest(chapters),
];
