import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resultCache, type ResultCache } from '../lib/result-cache.ts';

const require = createRequire(import.meta.url);

/** Versions of packages, and the code and options of this folder's modules. */
function maker(packages: readonly string[], modules: readonly string[]): string {
  const versions = packages.map((name) => `${name}@${(require(`${name}/package.json`) as { version: string }).version}`);
  const sources = modules.map((name) => createHash('sha256').update(readFileSync(new URL(name, import.meta.url))).digest('hex'));
  return [...versions, ...sources].join(' ');
}

/** What is dear to make and the same in every build, kept between builds. */
export interface Results {
  readonly formulas: ResultCache;
  readonly code: ResultCache;
}

/** Those of former builds that kept theirs in the folder. */
export function results(folder: string): Results {
  return {
    formulas: resultCache(join(folder, 'formulas.json'), maker(['katex'], ['katex.ts', 'tex.ts'])),
    code: resultCache(join(folder, 'code.json'), maker(['shiki'], ['shiki.ts', 'rehype-highlight.ts'])),
  };
}
