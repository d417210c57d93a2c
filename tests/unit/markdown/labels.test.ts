import { describe, expect, test } from 'vitest';
import { collectLabels, labelText } from '../../../src/markdown/labels.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { remarkCallouts } from '../../../src/markdown/remark-callouts.ts';
import { remarkLabels } from '../../../src/markdown/remark-labels.ts';
import { failure, render } from './render.ts';

const tag = (name: string, id: string, inner = '文') => `<${name} id="${id}">\n\n${inner}\n\n</${name}>\n\n`;

describe('collectLabels', () => {
  test('counts each kind by itself, in the order of the text', () => {
    const { tree } = parseMdx(tag('Equation', 'eq-a') + tag('Figure', 'fig-a') + tag('Equation', 'eq-b'), 'x.mdx');
    expect([...collectLabels(tree).values()].map(labelText)).toEqual(['式 (1)', '图 1', '式 (2)']);
  });

  test('finds a label within another tag', () => {
    const { tree } = parseMdx(`<Callout kind="tip">\n\n${tag('Equation', 'eq-a')}</Callout>`, 'x.mdx');
    expect([...collectLabels(tree).values()].map(({ id, line }) => [id, line])).toEqual([['eq-a', 3]]);
  });

  test.each([
    ['Equation', '式 (3)'], ['Figure', '图 3'], ['Table', '表 3'], ['Listing', '代码 3'], ['Exercise', '练习 3'],
  ] as const)('%s is called %s', (kind, text) => expect(labelText({ tag: kind, number: 3 })).toBe(text));
});

describe('remarkLabels', () => {
  const plugins = { remark: [remarkLabels] };

  test('hands every tag its number', async () => {
    expect(await render(tag('Figure', 'fig-a') + tag('Figure', 'fig-b'), plugins)).toContain('<Figure id="fig-b" number="2">');
  });

  test('a caption goes to its place and loses the paragraph around it', async () => {
    expect(await render(tag('Figure', 'fig-a', '<Caption>\n\n图注 $x$。\n\n</Caption>'), plugins))
      .toContain('<Caption slot="caption">图注 <code class="language-math math-inline">x</code>。</Caption>');
  });

  test('a caption of two paragraphs keeps them', async () => {
    expect(await render(tag('Table', 'tab-a', '<Caption>\n\n甲\n\n乙\n\n</Caption>'), plugins)).toContain('<p>甲</p>');
  });

  test('a missing or foreign id fails at its tag', async () => {
    expect(await failure('文\n\n<Equation>\n\n$$\nx\n$$\n\n</Equation>', plugins)).toBe(
      '3:1 <Equation> 的 id 是「（没有写）」：式的 id 要以 eq- 开头，例如 eq-attention。');
    expect(await failure(tag('Table', 'fig-a'), plugins)).toBe(
      '1:1 <Table> 的 id 是「fig-a」：表的 id 要以 tab- 开头，例如 tab-attention。');
  });

  test('an id that is used twice fails at the second', async () => {
    expect(await failure(tag('Figure', 'fig-a') + tag('Figure', 'fig-a'), plugins)).toBe(
      '7:1 id「fig-a」在本章用了两次：给其中一个换个名字。');
  });
});

describe('remarkCallouts', () => {
  test('tells the component what the reader calls the kind', async () => {
    expect(await render('<Callout kind="pitfall">\n\n文\n\n</Callout>', { remark: [remarkCallouts] }))
      .toContain('<Callout kind="pitfall" name="易错">');
  });

  test('an unknown kind fails and lists the known ones', async () => {
    expect(await failure('<Callout kind="warning">\n\n文\n\n</Callout>', { remark: [remarkCallouts] })).toBe(
      '1:1 <Callout kind="warning"> 的 kind 不认识：写成 tip、note、pitfall、erratum、history 之一。');
  });
});
