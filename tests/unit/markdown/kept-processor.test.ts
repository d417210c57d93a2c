import { describe, expect, test } from 'vitest';
import { memoryCache, type ResultCache } from '../../../src/lib/result-cache.ts';
import type { BookContext } from '../../../src/markdown/context.ts';
import { keptProcessor } from '../../../src/markdown/kept-processor.ts';
import { createProcessor } from '../../../src/markdown/pipeline.ts';
import { book, content } from './render.ts';

const source = '残差 <Ref to="llm/masks#eq-mask" />、<Chapter id="llm/position" />、<Cite id="elman1990" /> 与 [目录](/contents/)。\n\n```python\nx = 1\n```\n\n![线](./here.line.svg)\n';

interface Build {
  readonly around?: BookContext;
  readonly base?: string;
  readonly text?: string;
  readonly path?: string;
  readonly matter?: Readonly<Record<string, unknown>>;
  readonly sourcemap?: boolean;
}

const shared = { syntaxHighlight: false } as never;
const options = (sourcemap: boolean) => ({ optimize: false, srcDir: new URL('file:///book/src/'), sourcemap }) as never;

async function compile(processor: ReturnType<typeof createProcessor>, { text = source, path = 'llm/here.mdx', matter = { title: '题' }, sourcemap = false }: Build) {
  const renderer = await processor.createMdxRenderer?.(shared, options(sourcemap));
  return renderer?.process(text, `${content}/${path}`, { ...matter });
}

/** One build with its caches as the former left them; it must say what a build without any would. */
async function build(kept: ResultCache, code: ResultCache, change: Build = {}): Promise<void> {
  const { around = book, base = '/' } = change;
  const made = { formulas: memoryCache(), code };
  const fresh = await compile(createProcessor(() => around, base, { formulas: memoryCache(), code: memoryCache() }, content), change);
  expect(await compile(keptProcessor(() => around, base, made, content, kept), change)).toEqual(fresh);
}

/** Counts what is compiled: a result that is taken from the cache is not set again. */
function counting(cache: ResultCache): ResultCache & { readonly made: () => number } {
  let made = 0;
  return { ...cache, set: (input, result) => { made += 1; cache.set(input, result); }, made: () => made };
}

describe('a chapter is compiled again, to what it would be without a cache,', () => {
  test.each<[string, Build]>([
    ['when its text changed', { text: source.replace('残差', '自注意力') }],
    ['when its front matter changed', { matter: { title: '别的题' } }],
    ['when it moved', { path: 'ml/here.mdx' }],
    ['when the site moved', { base: '/base/' }],
    ['when source maps are wanted', { sourcemap: true }],
    ['when a chapter that it names got another title', { around: { ...book, chapter: (id) => ({ title: `${id} 新`, written: false }) } }],
    ['when a chapter that it names was written', { around: { ...book, chapter: () => ({ title: '位置编码', written: true }) } }],
    ['when a label that it refers to got another number', {
      around: { ...book, label: () => ({ tag: 'Equation', number: 3 }) },
    }],
    ['when the lexicon changed', { around: { ...book, terms: () => ({ version: '2', find: () => [] }) } }],
    ['when a block drew another figure', { around: { ...book, drawing: () => '<svg viewBox="0 0 1 1"><g id="b"/></svg>' } }],
  ])('%s', async (_case, change) => {
    const [kept, code] = [counting(memoryCache()), memoryCache()];
    await build(kept, code);
    await build(kept, code, change);
    expect(kept.made()).toBe(2);
  });
});

test('a chapter is compiled once while nothing that it asks about changes', async () => {
  const [kept, code] = [counting(memoryCache()), memoryCache()];
  await build(kept, code);
  await build(kept, code, { around: { ...book, chapter: (id) => (id === 'llm/other' ? { title: '新章', written: true } : book.chapter(id)), hasReference: (key) => key === 'elman1990' } });
  expect(kept.made()).toBe(1);
});

test('a work that is no longer in the bibliography stops the build', async () => {
  const kept = memoryCache();
  await build(kept, memoryCache());
  const processor = keptProcessor(() => ({ ...book, hasReference: () => false }), '/', { formulas: memoryCache(), code: memoryCache() }, content, kept);
  await expect(compile(processor, {})).rejects.toThrow('elman1990');
});

test('colours of a chapter that was not compiled are still asked for, so that they are kept', async () => {
  const kept = memoryCache();
  await build(kept, memoryCache());
  const asked: string[] = [];
  await build(kept, { ...memoryCache(), get: (input) => { asked.push(input); return '<pre></pre>'; } });
  expect(asked).toEqual([JSON.stringify(['python', null, 'x = 1\n'])]);
});

test('chapters that are compiled at the same time are told apart', async () => {
  const kept = counting(memoryCache());
  const texts = ['残差 <Cite id="elman1990" />\n\n```python\na = 1\n```\n', '残差 <Chapter id="llm/position" />\n\n```python\nb = 1\n```\n'];
  const made = { formulas: memoryCache(), code: memoryCache() };
  const run = (around: BookContext) => {
    const processor = keptProcessor(() => around, '/', made, content, kept);
    return Promise.all(texts.map((text, index) => compile(processor, { text, path: `llm/${index}.mdx` })));
  };
  await run(book);
  await run({ ...book, chapter: () => ({ title: '新', written: true }) });
  expect(kept.made()).toBe(3);
});
