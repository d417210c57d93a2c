import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeVersion } from '../../../src/book/code-version.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'code-'));
  for (const name of ['package-lock.json', 'astro.config.ts']) cpSync(name, join(root, name));
  for (const name of ['lib', 'markdown', 'book', 'search', 'examples', 'pages']) cpSync(join('src', name), join(root, 'src', name), { recursive: true });
});
afterEach(() => { rmSync(root, { recursive: true, force: true }); });
const version = (): string => codeVersion(pathToFileURL(`${root}/`));
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};

test('is the same for the same code', () => expect(version()).toBe(codeVersion()));

test.each([
  ['the lock file', 'package-lock.json'], ['the configuration', 'astro.config.ts'], ['a small helper', 'src/lib/chinese.ts'],
  ['a Markdown plugin', 'src/markdown/remark-terms.ts'], ['the reader of books', 'src/book/read.ts'], ['the search index', 'src/search/build/page-blocks.ts'],
  ['the notebooks', 'src/examples/notebook.ts'], ['an endpoint', 'src/pages/[...id].md.ts'], ['a module that is new', 'src/markdown/deep/new.ts'],
])('changes with %s', (_what, name) => {
  const before = version();
  write(name, '// changed');
  expect(version()).not.toBe(before);
});

test('changes when a module is renamed', () => {
  const before = version();
  renameSync(join(root, 'src/lib/chinese.ts'), join(root, 'src/lib/han.ts'));
  expect(version()).not.toBe(before);
});
