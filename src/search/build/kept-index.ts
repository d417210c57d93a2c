import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../book/files.ts';
import type { ReadResult } from '../../book/read.ts';
import type { ResultCache } from '../../lib/result-cache.ts';
import { auxFile, writeSiteIndex } from './site-index.ts';

type Written = Awaited<ReturnType<typeof writeSiteIndex>>;

interface Kept {
  readonly written: Written;
  /** Path below the site and content in base64. */
  readonly files: readonly (readonly [path: string, content: string])[];
}

/** Digest of all pages and all content. */
function inputOf(folder: string, files: ReadResult['files']): string {
  const hash = createHash('sha256');
  for (const name of filesBelow(folder).filter((path) => path.endsWith('.html'))) hash.update(`${name}\0`).update(readFileSync(join(folder, name))).update('\0');
  for (const { path, text = '' } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

/** As `writeSiteIndex`; the index of the same pages and the same content is made once. */
export async function keptSiteIndex(folder: string, { book, files }: Pick<ReadResult, 'book' | 'files'>, cache: ResultCache, write = writeSiteIndex): Promise<Written> {
  const input = inputOf(folder, files);
  const known = cache.get(input);
  if (known !== undefined) {
    const kept = JSON.parse(known) as Kept;
    for (const [path, content] of kept.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), Buffer.from(content, 'base64'));
    }
    return kept.written;
  }
  const written = await write(folder, book);
  const names = filesBelow(folder).filter((path) => path === auxFile || path.startsWith('pagefind/'));
  const kept: Kept = { written, files: names.map((path) => [path, readFileSync(join(folder, path)).toString('base64')]) };
  cache.set(input, JSON.stringify(kept));
  return written;
}
