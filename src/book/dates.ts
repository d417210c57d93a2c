import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Day of the last change of each file, as `YYYY-MM-DD`, by path relative to the repository's root. */
export type ChangeDates = ReadonlyMap<string, string>;

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Commits whose parents a shallow clone left out: they seem to change every file, and say nothing about dates. */
function shallowBoundary(root: string): ReadonlySet<string> {
  const list = resolve(root, git(root, 'rev-parse', '--git-path', 'shallow').trim());
  return new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : []);
}

/**
 * Reads the whole history of a folder in one call. A date that a shallow clone cannot know is absent rather than
 * wrong; outside a git repository the map is empty.
 */
export function changeDates(root: string, folder: string): ChangeDates {
  try {
    const boundary = shallowBoundary(root);
    const dates = new Map<string, string>();
    let commit = { hash: '', day: '' };
    const log = git(root, '-c', 'core.quotePath=false', 'log', '--format=%x00%H %cs', '--name-only', '--relative', '--', folder);
    for (const line of log.split('\n')) {
      if (line.startsWith('\0')) {
        const [hash = '', day = ''] = line.slice(1).split(' ');
        commit = { hash, day };
      } else if (line !== '' && !dates.has(line)) dates.set(line, boundary.has(commit.hash) ? '' : commit.day);
    }
    return new Map([...dates].filter(([, day]) => day !== ''));
  } catch {
    return new Map();
  }
}

/** What the author states wins over what git knows; `undefined` where neither says. */
export function lastChange(chapter: { readonly file: string; readonly updated?: string | undefined }, dates: ChangeDates): string | undefined {
  return chapter.updated ?? dates.get(chapter.file);
}
