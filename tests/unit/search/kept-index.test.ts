import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../../src/book/model.ts';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { keptSiteIndex } from '../../../src/search/build/kept-index.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'site-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** Bytes that are no text, as Pagefind's are. */
const chunk = Buffer.from([0, 255, 128, 10]);
const text = (path: string, content: string) => ({ path, name: `content/${path}`, text: content });
const chapter = text('llm/masks.mdx', '因果掩码');

function built(html = '<p>因果掩码</p>'): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'llm/masks'), { recursive: true });
  writeFileSync(join(folder, 'llm/masks/index.html'), html);
}

function indexer() {
  let made = 0;
  const kept = memoryCache();
  const write = (where: string): Promise<{ chapters: number; auxBytes: number }> => {
    made += 1;
    mkdirSync(join(where, 'pagefind/index'), { recursive: true });
    writeFileSync(join(where, 'pagefind/index/a.pf_index'), chunk);
    writeFileSync(join(where, 'search-index.json'), `{"made":${made}}`);
    return Promise.resolve({ chapters: 1, auxBytes: 10 + made });
  };
  return { make: (files = [chapter]) => keptSiteIndex(folder, { book: {} as Book, files }, kept, write), count: () => made };
}

test('the same pages and content get the same files again, byte for byte, without being read a second time', async () => {
  const { make, count } = indexer();
  built();
  const first = await make();
  built();
  expect([await make(), count()]).toEqual([first, 1]);
  expect(readFileSync(join(folder, 'pagefind/index/a.pf_index')).equals(chunk)).toBe(true);
  expect(readFileSync(join(folder, 'search-index.json'), 'utf8')).toBe('{"made":1}');
});

test.each([
  ['another page', (): void => { built('<p>填充掩码</p>'); }, [chapter]],
  ['one page more', (): void => { writeFileSync(join(folder, 'index.html'), ''); }, [chapter]],
  ['another source', (): void => undefined, [{ ...chapter, text: '填充掩码' }]],
  ['another word list', (): void => undefined, [chapter, text('lexicon.yaml', '- id: mask')]],
] as const)('%s makes a new index', async (_name, change, files) => {
  const { make, count } = indexer();
  built();
  await make();
  built();
  change();
  await make([...files]);
  expect(count()).toBe(2);
  expect(readFileSync(join(folder, 'search-index.json'), 'utf8')).toBe('{"made":2}');
});

test('an index that was refused is not kept', async () => {
  const kept = memoryCache();
  built();
  const refuse = (): Promise<unknown> => keptSiteIndex(folder, { book: {} as Book, files: [chapter] }, kept, () => Promise.reject(new Error('不一致')));
  await expect(refuse()).rejects.toThrow('不一致');
  await expect(refuse()).rejects.toThrow('不一致');
});
