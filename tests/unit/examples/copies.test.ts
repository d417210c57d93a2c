import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBook } from '../../../src/book/read.ts';
import { copiesOf, type Copies } from '../../../src/examples/copies.ts';
import { memoryCache, type ResultCache } from '../../../src/lib/result-cache.ts';

let root = '';
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};
const head = (title: string): string => `---\ntitle: ${title}\nsummary: 能用几句话说明这一章。\nlevel: core\n---\n\n`;
const text = '先读<Chapter id="ml/b" />，见<Ref to="ml/b#eq-one" />与<Cite id="a2020" />。\n\n```python figure=line\nprint(1)\n```\n\n```output\n1\n```\n\n![线](./a.line.svg)\n';
const record = { date: '2026-01-01', seconds: 1, versions: { python: '3.11.7' }, environment: 'e', files: {}, cells: [], figures: {} };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copies-'));
  write('content/ml/_part.yaml', 'order: 1\ntitle: 机器学习\npromise: 只为这一组测试而写。\nchapters:\n  - id: a\n  - id: b\n');
  write('content/ml/a.mdx', head('甲章') + text);
  write('content/ml/b.mdx', `${head('乙章')}<Equation id="eq-zero">\n\n$$\nx\n$$\n\n</Equation>\n\n<Equation id="eq-one">\n\n$$\ny\n$$\n\n</Equation>\n`);
  write('content/references.bib', '@article{a2020, author={A, B}, title={One}, year={2020}, url={https://example.org/one}}\n');
  write('content/ml/a.line.svg', '<svg/>');
  write('content/ml/a.run.json', JSON.stringify(record));
});
afterEach(() => { rmSync(root, { recursive: true, force: true }); });

async function copies(kept: ResultCache, address = 'https://example.org/ml/a/'): Promise<Copies> {
  const folder = { root, content: join(root, 'content') };
  const { book, issues } = readBook(folder);
  expect(issues).toEqual([]);
  const chapter = book.chapters.find(({ id }) => id === 'ml/a');
  if (chapter === undefined) throw new Error('no chapter');
  return copiesOf(chapter, address, book, folder, kept);
}

/** Whether both copies of a second build are made anew; they must be those of a build without a cache. */
async function remade(change: () => void, address?: string): Promise<boolean> {
  const cache = memoryCache();
  let made = 0;
  const counted: ResultCache = { ...cache, set: (input, result) => { made += 1; cache.set(input, result); } };
  await copies(counted);
  change();
  expect(await copies(counted, address)).toEqual(await copies(memoryCache(), address));
  return made === 2;
}
const replace = (name: string, from: string, to: string): void => { write(name, readFileSync(join(root, name), 'utf8').replace(from, to)); };

test('copies are made once, for the one that asks for the Markdown and the one that asks for the notebook', async () => {
  expect(await remade(() => undefined)).toBe(false);
  const { markdown, notebook } = await copies(memoryCache());
  expect(markdown).toContain('先读乙章，见《乙章》式 (2)');
  expect(markdown).toContain('![线](./a.line.svg)');
  expect(JSON.parse(notebook ?? '')).toMatchObject({ nbformat: 4, metadata: { language_info: { version: '3.11.7' } } });
});

test('a chapter without code has no notebook', async () => {
  replace('content/ml/a.mdx', '```python figure=line\nprint(1)\n```\n\n```output\n1\n```\n', '');
  expect((await copies(memoryCache())).notebook).toBeUndefined();
});

test.each<[string, () => void]>([
  ['its text', () => { replace('content/ml/a.mdx', '先读', '再读'); }],
  ['the title of a chapter that it names', () => { replace('content/ml/b.mdx', '乙章', '丙章'); }],
  ['the number of a label that it refers to', () => { replace('content/ml/b.mdx', '<Equation id="eq-zero">\n\n$$\nx\n$$\n\n</Equation>\n\n', ''); }],
  ['a work that it cites', () => { replace('content/references.bib', 'One', 'Two'); }],
  ['a figure that its code drew', () => { write('content/ml/a.line.svg', '<svg><g/></svg>'); }],
  ['the versions that it ran with', () => { replace('content/ml/a.run.json', '3.11.7', '3.12.0'); }],
  ['the files that it read', () => { replace('content/ml/a.run.json', '"files":{}', '"files":{"ml/points.csv":"x"}'); }],
])('copies are made anew with %s', async (_what, change) => expect(await remade(change)).toBe(true));

test('copies are made anew for another address', async () => expect(await remade(() => undefined, 'https://example.com/ml/a/')).toBe(true));

test('another chapter’s prose leaves them as they are', async () => {
  expect(await remade(() => { replace('content/ml/b.mdx', '<Equation id="eq-one">', '新的一段话。\n\n<Equation id="eq-one">'); })).toBe(false);
});
