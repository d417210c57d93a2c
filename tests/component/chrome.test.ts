import { describe, expect, test } from 'vitest';
import type { Reference } from '../../src/book/references.ts';
import { neighboursOf } from '../../src/book/outline.ts';
import BackLinks from '../../src/components/chrome/BackLinks.astro';
import Breadcrumbs from '../../src/components/chrome/Breadcrumbs.astro';
import ChapterFoot from '../../src/components/chrome/ChapterFoot.astro';
import ChapterHead from '../../src/components/chrome/ChapterHead.astro';
import EntryList from '../../src/components/chrome/EntryList.astro';
import Evidence from '../../src/components/chrome/Evidence.astro';
import Header from '../../src/components/chrome/Header.astro';
import Outline from '../../src/components/chrome/Outline.astro';
import Pager from '../../src/components/chrome/Pager.astro';
import Plan from '../../src/components/chrome/Plan.astro';
import QualityTable from '../../src/components/chrome/QualityTable.astro';
import ReadingPath from '../../src/components/chrome/ReadingPath.astro';
import Sources from '../../src/components/chrome/Sources.astro';
import ThemeSwitch from '../../src/components/chrome/ThemeSwitch.astro';
import Timeline from '../../src/components/chrome/Timeline.astro';
import Toc from '../../src/components/chrome/Toc.astro';
import { citationLinks } from '../../src/components/chrome/uses.ts';
import { fileStart } from '../../src/lib/issue.ts';
import { smallBook } from './book.ts';
import { render, tags } from './render.ts';

const book = smallBook();
const [attention, masks] = book.chapters;
if (attention === undefined || masks === undefined) throw new Error('the small book has two chapters');

describe('the header', () => {
  test('marks the page that it stands on, and keeps every link below the base', async () => {
    const html = await render(Header, { path: '/glossary/' });
    expect(html).toMatch(/<a [^>]*href="\/book\/glossary\/" aria-current="page">术语/);
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, address]) => address?.startsWith('/book/'))).toBe(true);
  });

  test('opens its menu without a script', async () => {
    const html = await render(Header, { path: '/' });
    expect(html).toContain('popovertarget="site-menu"');
    expect(html).toContain('id="site-menu"');
  });

  test('hides the theme switch until its script runs', async () => {
    expect(await render(ThemeSwitch, {})).toMatch(/<button [^>]*aria-label="外观"[^>]*>/);
  });
});

describe('the outline', () => {
  test('links written chapters of the current part and one line for what is planned', async () => {
    const html = await render(Outline, { parts: book.parts, current: attention.id });
    expect(html).toMatch(/data-chapter="llm\/transformer\/attention" aria-current="page"/);
    expect(html).toContain('href="/book/llm/transformer/masks/"');
    expect(html).not.toContain('/heads/');
    expect(html).toMatch(/href="\/book\/llm\/transformer\/"[^>]*>另有 1 章计划中/);
  });

  test('opens the current section, and shows a section without chapters as planned', async () => {
    const html = await render(Outline, { parts: book.parts, current: attention.id });
    expect(tags(html, 'details')).toEqual(['<details open data-section="llm/transformer">']);
    expect(html).toMatch(/href="\/book\/llm\/apps\/"[^>]*>应用<span class="planned-mark">计划中/);
  });

  test('lists the other parts without their chapters', async () => {
    const html = await render(Outline, { parts: book.parts, current: attention.id });
    expect(html).toContain('href="/book/python/"');
    expect(html).not.toContain('day01');
  });

  test('escapes titles', async () => {
    expect(await render(Outline, { parts: book.parts, current: masks.id })).toContain('掩码 &lt;与&gt; 右移');
  });
});

describe('the head of a chapter', () => {
  const requires = [...book.entries.values()].filter(({ id }) => attention.requires.includes(id));

  test('shows a planned prerequisite greyed, not as a link', async () => {
    const html = await render(ChapterHead, { chapter: attention, updated: undefined, requires });
    expect(html).toContain('<span class="planned">变量');
    expect(html).not.toContain('href="/book/python/day01/"');
  });

  test('says no date where none is known', async () => {
    const without = await render(ChapterHead, { chapter: attention, updated: undefined, requires: [] });
    expect(without).not.toContain('<time');
    expect(without).not.toContain('先读');
    expect(await render(ChapterHead, { chapter: attention, updated: '2026-11-24', requires: [] }))
      .toContain('最近修改 <time datetime="2026-11-24">2026-11-24</time>');
  });
});

describe('lists of chapters', () => {
  test('keep the order of the book and link only what is written', async () => {
    const html = await render(EntryList, { entries: book.parts[1]?.sections[0]?.entries });
    expect([...html.matchAll(/aria-hidden="true">(2\.1\.\d)</g)].map(([, number]) => number)).toEqual(['2.1.1', '2.1.2', '2.1.3']);
    expect(tags(html, 'a')).toHaveLength(2);
    expect(html).toContain('多头 <span class="planned-mark">计划中');
  });

  test('the reading path counts written and planned steps', async () => {
    const html = await render(ReadingPath, { parts: book.parts, steps: [...book.entries.values()] });
    expect(html).toContain('一共 5 章，已写 2 章');
    expect(html).toContain('<span class="planned">变量</span>');
  });

  test('the timeline links an event only when its chapter is written, and prints a year once', async () => {
    const event = { text: '一句话说明。', cite: 'x' };
    const html = await render(Timeline, {
      entries: book.entries,
      events: [
        { ...event, date: '2014-09', title: 'A', chapter: attention.id },
        { ...event, date: '2014-10', title: 'B', chapter: 'llm/apps/rag' },
      ],
    });
    expect(tags(html, 'a')).toHaveLength(1);
    expect(html.match(/>2014</g)).toHaveLength(1);
  });
});

describe('the pager', () => {
  test('skips planned chapters and says which way it goes', async () => {
    const html = await render(Pager, { neighbours: neighboursOf(book.chapters, attention.id) });
    expect(html).toMatch(/rel="next" href="\/book\/llm\/transformer\/masks\/"/);
    expect(html).not.toContain('rel="prev"');
  });

  test('is absent from a book of one chapter', async () => {
    expect(await render(Pager, { neighbours: {} })).toBe('');
  });
});

describe('contents and sources', () => {
  test('the contents keep formulas of headings as HTML', async () => {
    const html = await render(Toc, { entries: [{ depth: 2, id: '为什么除以-d_k', number: '1', html: '除以 <b>d</b>', text: '除以 d' }] });
    expect(html).toContain('href="#为什么除以-d_k"');
    expect(html).toContain('<span>除以 <b>d</b></span>');
  });

  test('a source stands under the number that the text gives it, with a way back', async () => {
    const reference: Reference = {
      key: 'vaswani', authors: ['A', 'B', 'C', 'D'], title: 'T <x>', year: '2017', venue: '', address: 'https://arxiv.org/abs/1',
      source: 'arXiv:1', line: 1, column: 1,
    };
    const html = await render(Sources, { references: [reference] });
    expect(html).toContain('<li id="ref-vaswani" value="1">');
    expect(html).toContain('A、B、C 等：<cite lang="en">T &lt;x&gt;</cite>，2017。');
    expect(html).toContain('href="#cite-1"');
  });

  test('no citations, no heading', async () => {
    expect(await render(Sources, { references: [] })).toBe('');
  });

  test('a work that one section cites twice gets one back-link', async () => {
    expect(citationLinks(book, 'vaswani').map(({ path }) => path))
      .toEqual(['/llm/transformer/attention/#起点', '/llm/transformer/attention/#来源']);
  });

  test('back-links name a chapter once', async () => {
    const html = await render(BackLinks, { label: '引用于', links: citationLinks(book, 'vaswani') });
    expect(html.match(/《自注意力》/g)).toHaveLength(1);
    expect(tags(html, 'a')).toHaveLength(2);
  });
});

describe('evidence', () => {
  const nothing = {
    executed: 0, unexecuted: [], formulas: 0, links: 0, sources: 0, exercises: 0, versions: {}, date: undefined, seconds: undefined,
  };

  test('is counted, and silent where nothing was done', async () => {
    expect(await render(Evidence, { evidence: nothing })).toBe('');
    const html = await render(Evidence, {
      evidence: { ...nothing, executed: 3, formulas: 9, versions: { python: '3.12.1', numpy: '2.4.6' }, date: '2026-11-24' },
    });
    expect(html).toContain('<a href="/book/quality/">本页凭据</a>运行过 3 个代码块 · 9 个公式 · Python 3.12.1、numpy 2.4.6 · 2026-11-24');
  });

  test('stands with that of the other chapters, and is summed', async () => {
    const rows = [attention, masks].map((chapter, index) => ({
      chapter, evidence: { ...nothing, formulas: 10 + index, ...(index === 0 ? { executed: 3, date: '2026-11-24', seconds: 1.5, versions: { python: '3.12.1' } } : {}) },
    }));
    const html = await render(QualityTable, { rows });
    expect(html).toContain('<a href="/book/llm/transformer/attention/">');
    expect(html).toContain('<time datetime="2026-11-24">2026-11-24</time>，1.5 秒，Python 3.12.1');
    expect(html).toContain('没有代码块');
    expect(html).toMatch(/合计 2 章<\/th><td>3<\/td><td>0<\/td><td>21<\/td>/);
  });
});

describe('the foot of a chapter', () => {
  test('offers the notebook, to keep and to open, where there is code to run', async () => {
    const html = await render(ChapterFoot, { chapter: attention, notebook: true });
    expect(html).toContain('<a href="/book/llm/transformer/attention.ipynb" download>下载 .ipynb</a>');
    expect(html).toContain('href="https://colab.research.google.com/github/zkywsg/Daily-DeepLearning/blob/gh-pages/llm/transformer/attention.ipynb"');
    expect(await render(ChapterFoot, { chapter: attention, notebook: false })).not.toContain('ipynb');
  });
});

test('breadcrumbs begin at the contents', async () => {
  const html = await render(Breadcrumbs, { crumbs: [{ title: '大模型', path: '/llm/' }] });
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/book/contents/', '/book/llm/']);
});

describe('the plan of a part that is read one chapter a day', () => {
  test('gives each written day its minutes and exercises, and a box that waits for the script', async () => {
    const exercise = { ...fileStart, tag: 'Exercise', number: 1 } as const;
    const day = { ...attention, minutes: 95, facts: { ...attention.facts, labels: [...attention.facts.labels, { ...exercise, id: 'ex-one' }, { ...exercise, id: 'ex-two' }] } };
    const html = await render(Plan, { entries: [day, masks] });
    expect(html).toContain('2 天，只读正文共约 1 小时 42 分');
    expect(html).toContain('读 1 小时 35 分，练习 2 道');
    expect(html).toMatch(/<button [^>]*data-chapter="llm\/transformer\/attention"[^>]*data-minutes="95"[^>]*hidden/);
  });

  test('shows a day that is not written as planned, without a box', async () => {
    const html = await render(Plan, { entries: book.parts[0]?.sections[0]?.entries ?? [] });
    expect(html).toContain('计划中');
    expect(html).not.toContain('<button');
  });
});
