import { join } from 'node:path';
import { filesBelow } from '../book/files.ts';
import type { ReadResult } from '../book/read.ts';
import { sortIssues, type Issue } from '../lib/issue.ts';
import { memoryCache } from '../lib/result-cache.ts';
import { formulaSetter, type Setter } from '../markdown/katex.ts';
import type { Surroundings } from './check.ts';
import { checks } from './index.ts';

/** What the content may point to outside itself. */
export interface Assets {
  /** Paths below `public/`. */
  readonly publicFiles: ReadonlySet<string>;
  /** Names of the figure components. */
  readonly figures: ReadonlySet<string>;
}

/** Looks for the assets on disk; `root` is the project's folder, `publicFolder` another place for `public/`. */
export function readAssets(root: string = process.cwd(), publicFolder: string = join(root, 'public')): Assets {
  const component = /^[^/]+\/([A-Z]\w*)\.astro$/;
  return {
    publicFiles: new Set(filesBelow(publicFolder)),
    figures: new Set(filesBelow(join(root, 'src/figures')).flatMap((path) => component.exec(path)?.[1] ?? [])),
  };
}

/** Everything that is wrong with a book, what kept it from being read included, sorted by file and line. */
export function checkBook(
  { book, issues, files, unread }: ReadResult,
  assets: Assets = readAssets(),
  setFormula: Setter = formulaSetter(memoryCache()),
): Issue[] {
  const around: Surroundings = { files: new Map(files.map((file) => [file.path, file])), unread, setFormula, ...assets };
  return sortIssues([...issues, ...checks.flatMap((check) => check(book, around))]);
}
