import { resolve } from 'node:path';
import type { ContentFolder } from './read.ts';

/** The book's content folder. Fixtures and benchmarks build another one by setting `CONTENT_DIR`. */
export function contentFolder(root: string = process.cwd()): ContentFolder {
  return { root, content: resolve(root, process.env.CONTENT_DIR ?? 'content') };
}

/** Where finished work is kept between builds. Tests and benchmarks use another place by setting `CACHE_DIR`. */
export function cacheFolder(root: string = process.cwd()): string {
  return resolve(root, process.env.CACHE_DIR ?? 'node_modules/.astro');
}
