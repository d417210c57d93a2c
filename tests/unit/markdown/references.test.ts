import { describe, expect, test } from 'vitest';
import { remarkCitations } from '../../../src/markdown/remark-citations.ts';
import { remarkReferences } from '../../../src/markdown/remark-references.ts';
import { remarkSymbols } from '../../../src/markdown/remark-symbols.ts';
import { book, content, failure, process, render } from './render.ts';

const references = { remark: [[remarkReferences, { book: () => book, content }]] } as const;
const plugins = { remark: [...references.remark] as never };
const equation = '\n\n<Equation id="eq-own">\n\n$$\nx\n$$\n\n</Equation>';

describe('Ref', () => {
  test('names a label of this chapter', async () => {
    expect(await render(`见 <Ref to="eq-own" />。${equation}`, plugins)).toContain('<p>见 <a href="#eq-own" class="ref">式 (1)</a>。</p>');
  });

  test('names a label of another chapter with its title, from the root of the site', async () => {
    expect(await render('见 <Ref to="llm/masks#eq-mask" />', plugins)).toContain(
      '<a href="/llm/masks/#eq-mask" class="ref">《掩码解析》<span class="nobreak">式 (2)</span></a>');
  });

  test('the full address of a label in this very chapter is a short name', async () => {
    expect(await render(`见 <Ref to="llm/here#eq-own" />${equation}`, plugins)).toContain('<a href="#eq-own" class="ref">式 (1)</a>');
  });

  test('a label that does not exist fails and lists those that do', async () => {
    expect(await failure(`文\n\n见 <Ref to="eq-other" />${equation}`, plugins)).toBe(
      '3:3 <Ref to="eq-other" /> 指向的标签不存在。本章有：eq-own。');
    expect(await failure('见 <Ref to="llm/position#eq-a" />', plugins)).toBe(
      '1:3 <Ref to="llm/position#eq-a" /> 指向的标签不存在。写法是 <Ref to="章 id#标签 id" />，那一章要已经写成。');
  });
});

describe('Chapter', () => {
  test('is a link to a written chapter', async () => {
    expect(await render('见 <Chapter id="llm/masks" />', plugins)).toBe(
      '<p>见 <a href="/llm/masks/" class="chapter-link">掩码解析</a></p>');
  });

  test('is no link to a planned one, and says so', async () => {
    expect(await render('见 <Chapter id="llm/position" />', plugins)).toBe(
      '<p>见 <span class="chapter-planned">位置编码<span class="planned-mark">（计划中）</span></span></p>');
  });

  test('outside the outline fails', async () => {
    expect(await failure('见 <Chapter id="llm/nowhere" />', plugins)).toBe(
      '1:3 <Chapter id="llm/nowhere" /> 指向的章不在目录里：核对 content/*/_part.yaml 里的 id。');
  });
});

describe('Cite', () => {
  const citations = { remark: [[remarkCitations, () => book]] as never };

  test('numbers works by first use; only the first use has an id', async () => {
    const source = '甲 <Cite id="vaswani2017" at="§3.2" /> 乙 <Cite id="elman1990" /> 丙 <Cite id="vaswani2017" />';
    const { html, file } = await process(source, citations);
    expect(html).toBe('<p>甲 <a href="#ref-vaswani2017" class="cite" id="cite-1" data-card="ref-vaswani2017">[1, §3.2]</a>' +
      ' 乙 <a href="#ref-elman1990" class="cite" id="cite-2" data-card="ref-elman1990">[2]</a>' +
      ' 丙 <a href="#ref-vaswani2017" class="cite" data-card="ref-vaswani2017">[1]</a></p>');
    expect(file.data['astro']).toEqual({ frontmatter: { citations: ['vaswani2017', 'elman1990'] } });
  });

  test('an unknown work fails', async () => {
    expect(await failure('甲 <Cite id="nobody" />', citations)).toBe(
      '1:3 <Cite id="nobody" /> 引用的文献不在 content/references.bib 里：补上条目，或改正 id。');
  });
});

describe('Sym', () => {
  test('keeps its words and gets the colour of the kind', async () => {
    expect(await render('<Sym kind="query">查询 $q$</Sym>与', { remark: [remarkSymbols] })).toBe(
      '<p><span class="sym" data-kind="query">查询 <code class="language-math math-inline">q</code></span>与</p>');
  });

  test('an unknown kind fails and lists the known ones', async () => {
    expect(await failure('文 <Sym kind="quary">查询</Sym>', { remark: [remarkSymbols] })).toBe(
      '1:3 <Sym kind="quary"> 的 kind 不认识：写成 query、key、value、score、weight、output 之一。');
  });
});
