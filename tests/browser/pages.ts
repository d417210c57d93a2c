import { readFileSync } from 'node:fs';

/** Addresses of every page, relative to the site's root, from the sitemap of the built site. */
export const pages: readonly string[] = [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)]
  .map(([, address]) => new URL(address ?? '').pathname.slice(1));

/** Written chapters among them. */
export const chapters: readonly string[] = pages.filter((path) =>
  readFileSync(`dist/${path}index.html`, 'utf8').includes('"LearningResource"'));

/** One page of every kind: those beside the outline, and the first of each level below it. */
export const kinds: readonly string[] = [
  ...pages.filter((path) => !/^(?:cs|python|data|ml|dl|nlp|llm)\//.test(path)),
  'llm/',
  ...pages.filter((path) => /^llm\/[^/]+\/$/.test(path)).slice(0, 1),
  'llm/transformer/self-attention/',
];
