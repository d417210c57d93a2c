import { describe, expect, test } from 'vitest';
import { collectHeadings } from '../../../src/markdown/headings.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { rehypeToc } from '../../../src/markdown/rehype-toc.ts';
import { remarkHeadings } from '../../../src/markdown/remark-headings.ts';
import { remarkReferences } from '../../../src/markdown/remark-references.ts';
import { book, content, process, render } from './render.ts';

const headings = (source: string) =>
  [...collectHeadings(parseMdx(source, 'x.mdx').tree).values()].map(({ number, text, id, line }) => [number, text, id, line]);

describe('collectHeadings', () => {
  test('numbers sections, restarts subsections in each, and leaves deeper headings without a number', () => {
    expect(headings('## 甲\n\n### 乙\n\n### 丙\n\n## 丁\n\n### 戊\n\n#### 己')).toEqual([
      ['1', '甲', '甲', 1], ['1.1', '乙', '乙', 3], ['1.2', '丙', '丙', 5], ['2', '丁', '丁', 7], ['2.1', '戊', '戊', 9], ['', '己', '己', 11],
    ]);
  });

  test('a formula leaves its letters, not its commands, in text and id', () => {
    expect(headings('## 为什么除以 $\\sqrt{d_k}$')).toEqual([['1', '为什么除以 d_k', '为什么除以-d_k', 1]]);
  });

  test('equal headings get different ids', () => {
    expect(headings('## 练习\n\n## 练习').map(([, , id]) => id)).toEqual(['练习', '练习-1']);
  });

  test('code and emphasis count by their words', () => {
    expect(headings('## 用 `torch.tril` **画**')).toEqual([['1', '用 torch.tril 画', '用-torchtril-画', 1]]);
  });
});

describe('remarkHeadings', () => {
  test('prints id, number and a link to the heading itself', async () => {
    expect(await render('## 手算', { remark: [remarkHeadings] })).toBe(
      '<h2 id="手算"><span class="heading-number">1</span>手算<a href="#%E6%89%8B%E7%AE%97" class="heading-anchor" aria-label="本节链接">#</a></h2>');
  });

  test('an unnumbered heading has no empty mark', async () => {
    expect(await render('#### 细节', { remark: [remarkHeadings] })).not.toContain('heading-number');
  });
});

describe('rehypeToc', () => {
  const toc = async (source: string) =>
    (await process(source, { remark: [remarkHeadings, [remarkReferences, { book: () => book, content }]], rehype: [rehypeToc] }))
      .file.data['astro'];

  test('holds h2 and h3 with their HTML, without number, anchor, ids and links', async () => {
    expect(await toc('## 用 `tril` 与 <Chapter id="llm/masks" />\n\n### 小\n\n#### 更小')).toEqual({ frontmatter: { toc: [
      { depth: 2, id: '用-tril-与', number: '1', html: '用 <code>tril</code> 与 掩码解析', text: '用 tril 与' },
      { depth: 3, id: '小', number: '1.1', html: '小', text: '小' },
    ] } });
  });

  test('the heading of the footnotes, which no author wrote, stays out', async () => {
    expect(await toc('正文[^a]\n\n[^a]: 注')).toEqual({ frontmatter: { toc: [] } });
  });
});
