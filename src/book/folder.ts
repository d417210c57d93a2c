import { resolve } from 'node:path';
import type { ContentFolder } from './read.ts';

/** The book's content folder. Fixtures and benchmarks build another one by setting `CONTENT_DIR`. */
export function contentFolder(root: string = process.cwd()): ContentFolder {
  return { root, content: resolve(root, process.env.CONTENT_DIR ?? 'content') };
}
