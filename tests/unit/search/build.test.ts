import { describe, expect, test } from 'vitest';
import { contentFolder } from '../../../src/book/folder.ts';
import { readBook } from '../../../src/book/read.ts';
import { packHeading, plainSlug, unpackHeading } from '../../../src/search/aux.ts';
import { disagreements } from '../../../src/search/build/agreement.ts';
import { buildAux, commonWords } from '../../../src/search/build/aux-index.ts';
import { pageBlocks } from '../../../src/search/build/page-blocks.ts';
import { pinyinTables } from '../../../src/search/build/pinyin-tables.ts';
import { searchCopy, sectionsOf } from '../../../src/search/build/search-copy.ts';
import { namesIn } from '../../../src/search/build/site-index.ts';
import { termIndex } from '../../../src/search/build/term-index.ts';
import { sectionText } from '../../../src/search/pagefind.ts';

const { book } = readBook(contentFolder());

test('a heading survives packing, with an id that does not follow from its text too', () => {
  for (const heading of [{ depth: 2, text: '右移：题面 A', id: '右移题面-a' }, { depth: 3, text: '练习', id: '练习-1' }] as const) {
    expect(unpackHeading(packHeading(heading))).toEqual(heading);
  }
  expect(packHeading({ depth: 2, text: '右移：题面 A', id: plainSlug('右移：题面 A') })).toBe('右移：题面 A');
});

test('every heading of the book keeps its real anchor in the index', () => {
  for (const { id, headings } of buildAux(book).chapters) {
    const real = book.chapters.find((chapter) => chapter.id === id)?.facts.headings.filter(({ depth }) => depth === 2 || depth === 3);
    expect(headings.map(unpackHeading).map((heading) => heading.id)).toEqual(real?.map((heading) => heading.id));
  }
});

test('characters that sound otherwise in a word are listed with the word', () => {
  const tables = pinyinTables(['长度', '增长', '成长', '序列长度']);
  expect(tables.pinyin['zhang'] ?? tables.pinyin['chang']).toContain('长');
  expect(Object.keys(tables.heteronyms).length).toBeGreaterThan(0);
});

const html = `<!doctype html><html><body><nav>导航</nav><article data-pagefind-body>
<header class="chapter-head"><p class="number">7.1</p><h1 id="top">标题</h1><ul class="facts"><li>约 3 分钟</li></ul></header>
<h2 id="a"><span class="heading-number">1</span>一节<a class="heading-anchor" href="#a">#</a></h2>
<p>除以<span class="katex"><span class="katex-mathml"><math><semantics><mrow><msqrt><msub><mi>d</mi><mi>k</mi></msub></msqrt></mrow><annotation>\\sqrt{d_k}</annotation></semantics></math></span><span class="katex-html">dk</span></span>，用 <code>np.sqrt</code>。</p>
<figure class="code"><pre class="astro-code"><code>x = 1</code></pre><button class="code-copy" hidden>复制</button><div class="code-output"><p class="code-output-label">输出</p><pre><code>0.1 0.2\n训练 完成</code></pre></div></figure>
</article></body></html>`;

describe('the search copy of a page', () => {
  const blocks = pageBlocks(html) ?? [];
  test('holds headings with ids and text without numbers, anchors, doubled formulas and controls', () => {
    expect(blocks).toEqual([
      { kind: 'heading', depth: 1, id: 'top', text: '标题' },
      { kind: 'heading', depth: 2, id: 'a', text: '一节' },
      { kind: 'text', text: '除以\uE000√(d_k)\uE001，用 \uE002np.sqrt\uE003。' },
      { kind: 'text', text: '\uE002x = 1\uE003' },
      { kind: 'text', text: '\uE002训练 完成\uE003' },
    ]);
  });

  test('is undefined where a page has no text to index', () => { expect(pageBlocks('<main>x</main>')).toBeUndefined(); });

  test('escapes what it holds', () => {
    const [chapter] = book.chapters;
    if (chapter === undefined) throw new Error('no chapter');
    expect(searchCopy(chapter, [{ kind: 'text', text: '<script>&' }])).toContain('<p>&lt;script>&amp;</p>');
  });

  test('must have the title and every anchor that the book promises', () => {
    const [chapter] = book.chapters;
    if (chapter === undefined) throw new Error('no chapter');
    const complaints = disagreements(chapter, blocks);
    expect(complaints[0]).toContain('页面的标题是「标题」');
    expect(complaints).toHaveLength(1 + chapter.facts.headings.length);
    expect(disagreements(chapter, undefined)).toEqual([`${chapter.id}：页面里没有 data-pagefind-body，读者搜不到这一章。`]);
  });
});

test('a fragment is cut at its headings, whose ids and ends are known', () => {
  const text = sectionText({
    raw_content: '标题\uE004\u200B. \u200B开头\u200B。\u200B一节\uE004\u200B. \u200Ba\u200B&lt;\u200Bb',
    meta: { id: 'x/y' },
    anchors: [{ element: 'h1', id: 'top', location: 0 }, { element: 'h2', id: 'a', location: 4 }],
  });
  expect(text).toEqual({ passages: [{ id: '', text: '标题\uE004开头。', body: 3 }, { id: 'a', text: '一节\uE004a<b', body: 3 }], about: '' });
});

test('a section whose heading comes first has no empty beginning', () => {
  const anchors = [{ element: 'h2', id: 'a', location: 0 }, { element: 'h3', id: 'b', location: 2 }];
  const { passages } = sectionText({ raw_content: '一节\uE004\u200B \u200B开头\u200B \u200B小节\uE004\u200B \u200B里面', meta: {}, anchors });
  expect(passages.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a chapter is indexed in sections: what stands before the first h2, and every h2 with its h3', () => {
  const heading = (depth: number, id: string) => ({ kind: 'heading' as const, depth, id, text: id });
  const text = { kind: 'text' as const, text: '字' };
  const blocks = [heading(1, 'top'), text, heading(2, 'a'), heading(3, 'b'), text, heading(2, 'c')];
  expect(sectionsOf(blocks)).toEqual([blocks.slice(0, 2), blocks.slice(2, 5), blocks.slice(5)]);
  expect(sectionsOf([])).toEqual([]);
});

test('what the browser must know of the full-text index is read off its files', () => {
  const files = ['pagefind.js', 'pagefind.zh-cn_1f2.pf_meta', 'index/zh-cn_9.pf_index', 'index/zh-cn_3.pf_index', 'fragment/zh-cn_1.pf_fragment'];
  expect(namesIn(files)).toEqual({ index: 'zh-cn_1f2', probe: 'pagefind/index/zh-cn_3.pf_index' });
  expect(namesIn([])).toEqual({ index: '', probe: '' });
});

test('common words stand in many chapters and name nothing', () => {
  const words = commonWords(book);
  expect(words).toContain('自己');
  expect(words.filter((word) => book.lexicon.some(({ zh }) => zh === word))).toEqual([]);
});

test('terms stand under the first letter of their pinyin or Latin name', () => {
  const term = (zh: string) => ({ id: 'x', zh, en: 'x', aliases: [], typed: [], gloss: '', home: 'a/b', auto: true });
  expect(termIndex(['注意力', 'Adam', '掩码'].map(term)).map(({ letter }) => letter)).toEqual(['A', 'Y', 'Z']);
});
