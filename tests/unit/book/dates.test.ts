import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeDates, lastChange } from '../../../src/book/dates.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'dates-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'ignore' });
}

function commit(repository: string, file: string, day: string): void {
  mkdirSync(join(repository, 'content/x'), { recursive: true });
  writeFileSync(join(repository, file), day);
  git(repository, 'add', '.');
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-m', day], {
    cwd: repository, stdio: 'ignore', env: { ...process.env, GIT_AUTHOR_DATE: `${day}T08:00:00Z`, GIT_COMMITTER_DATE: `${day}T08:00:00Z` },
  });
}

function repository(): string {
  const path = join(folder, 'origin');
  mkdirSync(path);
  git(path, 'init', '-q');
  commit(path, 'content/x/old.mdx', '2025-01-01');
  commit(path, 'content/x/new.mdx', '2025-02-02');
  commit(path, 'content/x/中文.mdx', '2025-03-03');
  commit(path, 'content/x/new.mdx', '2025-04-04');
  return path;
}

describe('changeDates', () => {
  test('gives the day of the last commit that touched each file, Chinese names too', () => {
    const path = repository();
    expect(Object.fromEntries(changeDates(path, 'content'))).toEqual({
      'content/x/old.mdx': '2025-01-01', 'content/x/new.mdx': '2025-04-04', 'content/x/中文.mdx': '2025-03-03',
    });
  });

  test('says nothing of files that a shallow clone has only from its boundary', () => {
    const origin = repository();
    git(folder, 'clone', '-q', '--depth', '2', `file://${origin}`, 'shallow');
    expect(Object.fromEntries(changeDates(join(folder, 'shallow'), 'content'))).toEqual({ 'content/x/new.mdx': '2025-04-04' });
  });

  test('knows the first commit of a whole clone', () => {
    const origin = repository();
    git(folder, 'clone', '-q', `file://${origin}`, 'whole');
    expect(changeDates(join(folder, 'whole'), 'content').get('content/x/old.mdx')).toBe('2025-01-01');
  });

  test('is empty outside a repository', () => {
    mkdirSync(join(folder, 'content'));
    expect(changeDates(folder, 'content').size).toBe(0);
  });
});

test('a day that the author states wins over git', () => {
  const dates = new Map([['a.mdx', '2025-01-01']]);
  expect(lastChange({ file: 'a.mdx', updated: '2024-05-05' }, dates)).toBe('2024-05-05');
  expect(lastChange({ file: 'a.mdx' }, dates)).toBe('2025-01-01');
  expect(lastChange({ file: 'b.mdx' }, dates)).toBeUndefined();
});
