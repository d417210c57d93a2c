import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ContentFolder } from '../../../src/book/files.ts';

/** Writes files below the `content` of a project of its own, which is gone when the test has ended. */
export function contentTree(files: Readonly<Record<string, string | Uint8Array>>): ContentFolder {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const content = join(root, 'content');
  mkdirSync(content);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  return { root, content };
}

/** A chapter that keeps every rule. */
export function chapterText(body = '文。\n', title = '近邻', more = ''): string {
  return `---\ntitle: ${title}\nsummary: 读完能用手算出最小的一个例子。\nlevel: core\n${more}---\n\n${body}`;
}

/** A part whose written chapters are `ids`. */
export function partText(...ids: readonly string[]): string {
  return `order: 1\ntitle: 机器学习\npromise: 会用手算出最小的例子\nchapters:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`;
}
