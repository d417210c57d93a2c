import { describe, expect, test } from 'vitest';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { toPlainMarkdown, type PlainContext } from '../../../src/markdown/plain.ts';

const context: PlainContext = {
  chapterTitle: (id) => (id === 'llm/transformer/masks' ? '掩码解析' : undefined),
  label: (_chapter, id) => (id === 'eq-far' ? { tag: 'Equation', id, number: 7, line: 1, column: 1 } : undefined),
  source: (key) => `来源 ${key}`,
};

function plain(body: string): string {
  const { tree, issues } = parseMdx(`---\ntitle: 题\n---\n\n${body}\n`, 'x.mdx');
  expect(issues).toEqual([]);
  return toPlainMarkdown(tree, { title: '题', summary: '一句话', address: 'https://example.org/x/' }, context);
}

describe('toPlainMarkdown', () => {
  test('heads the text with title, summary and address, and drops the front matter', () => {
    expect(plain('正文。')).toBe('# 题\n\n> 一句话\n\n原文：<https://example.org/x/>\n\n正文。\n');
  });

  test.each([
    ['a formula keeps its TeX without colour macros', String.raw`$\query{Q}\key{K}^\top$`, String.raw`$QK^\top$`],
    ['an equation keeps its dollars', '<Equation id="eq-a">\n\n$$\nx^2\n$$\n\n</Equation>', '$$\nx^2\n$$'],
    ['a reference becomes its words', '<Equation id="eq-a">\n\n$$\nx\n$$\n\n</Equation>\n\n见<Ref to="eq-a" />。', '见式 (1)。'],
    ['a reference into another chapter names it', '见 <Ref to="llm/transformer/masks#eq-far" />。', '《掩码解析》式 (7)'],
    ['a chapter becomes its title', '见 <Chapter id="llm/transformer/masks" />。', '见 掩码解析。'],
    ['citations are numbered by first use', '甲<Cite id="a" />乙<Cite id="b" at="§2" />丙<Cite id="a" />', '[1]乙\\[2, §2]丙\\[1]'],
    ['sources close the text', '甲<Cite id="a" />', '## 参考文献\n\n1. 来源 a\n'],
    ['a callout becomes a quotation with its kind', '<Callout kind="pitfall" title="小心">\n\n文\n\n</Callout>', '> **易错：小心**\n>\n> 文'],
    ['an answer is no longer folded', '<Exercise id="ex-a" kind="计算">\n\n问\n\n<Answer>\n\n答\n\n</Answer>\n</Exercise>', '**练习 1（计算）**\n\n问\n\n**答案**\n\n答'],
    ['output is text', '```python\nprint(1)\n```\n\n```output\n1\n```', '```python\nprint(1)\n```\n\n```text\n1\n```'],
  ])('%s', (_name, body, expected) => expect(plain(body)).toContain(expected));
});
