import { describe, expect, test } from 'vitest';
import { remarkTerms } from '../../../src/markdown/remark-terms.ts';
import { remarkReferences } from '../../../src/markdown/remark-references.ts';
import { book, content, process } from './render.ts';

const plugins = { remark: [[remarkReferences, { book: () => book, content }], [remarkTerms, { book: () => book, content }]] as never };
const html = async (source: string, path?: string) => (await process(source, path === undefined ? plugins : { ...plugins, path })).html;
const link = '<a href="/glossary/#self-attention" class="term" data-card="term-self-attention">自注意力</a>';
const links = (text: string) => text.split('class="term"').length - 1;

test('the first mention in each section is a link, later ones are not', async () => {
  expect(await html('自注意力，自注意力。\n\n## 一\n\n再说自注意力和自注意力\n\n### 小节\n\n自注意力')).toBe(
    `<p>${link}，自注意力。</p>\n<h2>一</h2>\n<p>再说${link}和自注意力</p>\n<h3>小节</h3>\n<p>自注意力</p>`);
});

test('two terms in one text are both linked, and the page learns their ids once', async () => {
  const { html: text, file } = await process('残差与自注意力\n\n## 一\n\n自注意力', plugins);
  expect(links(text)).toBe(3);
  expect(file.data['astro']).toEqual({ frontmatter: { terms: ['residual', 'self-attention'] } });
});

test('the chapter that owns a term does not link it', async () => {
  expect(links(await html('自注意力', 'llm/masks.mdx'))).toBe(0);
});

describe('a mention is passed over, and does not use up the section,', () => {
  test.each([
    ['in a heading', '## 自注意力'],
    ['in a link', '[自注意力](/llm/)'],
    ['in code', '`自注意力`'],
    ['in a code block', '```text\n自注意力\n```'],
    ['in a formula', '$\\text{自注意力}$'],
    ['in a footnote', '文[^a]\n\n[^a]: 自注意力'],
  ])('%s', async (_name, source) => {
    expect(links(await html(source))).toBe(0);
    expect(links(await html(`${source}\n\n自注意力`))).toBe(1);
  });
});

test('emphasis, lists and captions are running text', async () => {
  expect(links(await html('**自注意力**'))).toBe(1);
  expect(links(await html('- 自注意力'))).toBe(1);
  expect(links(await html('<Figure id="fig-a">\n\n<Caption>自注意力</Caption>\n</Figure>'))).toBe(1);
});

test('the title of a planned chapter stays whole', async () => {
  const planned = { ...book, terms: () => ({ version: '2', find: () => [{ id: 'position', home: 'x', start: 0, end: 2 }] }) };
  const remark = [[remarkReferences, { book: () => book, content }], [remarkTerms, { book: () => planned, content }]] as never;
  expect((await process('<Chapter id="llm/position" />', { remark })).html).not.toContain('class="term"');
});
