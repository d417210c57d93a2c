import { describe, expect, test } from 'vitest';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { scan } from '../../../src/markdown/scan.ts';

describe('parseMdx', () => {
  test('emphasis that ends in Chinese punctuation closes before Han', () => {
    const { tree } = parseMdx('**加粗（括号）**紧跟', 'x.mdx');
    expect(tree.children).toMatchObject([{ children: [{ type: 'strong' }, { type: 'text', value: '紧跟' }] }]);
  });

  test('a bare < is an issue with its place, not an exception', () => {
    const { tree, issues } = parseMdx('甲\n\n若 a <b 则', 'content/x.mdx');
    expect(tree.children).toEqual([]);
    expect(issues).toMatchObject([{ file: 'content/x.mdx', line: 3 }]);
  });
});

describe('scan', () => {
  const facts = scan(parseMdx([
    '---', 'title: 自注意力', '---', '', '开头 <Cite id="a" />', '', '## 一 $x$', '', '正文 [链接](/llm/) <Ref to="eq-a" />', '',
    '```python varies', '1', '```', '', '$$', 'y', '$$', '', '![画](./a.png)', '', '<Chapter id="llm/masks" />',
  ].join('\n'), 'x.mdx').tree);

  test('collects every kind of fact with its line', () => {
    expect(facts.citations).toMatchObject([{ value: 'a', line: 5 }]);
    expect(facts.refs).toMatchObject([{ value: 'eq-a', line: 9 }]);
    expect(facts.chapterRefs).toMatchObject([{ value: 'llm/masks', line: 21 }]);
    expect(facts.links).toMatchObject([{ value: '/llm/', line: 9 }]);
    expect(facts.fences).toMatchObject([{ language: 'python', meta: 'varies', code: '1', line: 11 }]);
    expect(facts.formulas).toMatchObject([{ tex: 'x', display: false }, { tex: 'y', display: true, line: 15 }]);
    expect(facts.images).toMatchObject([{ url: './a.png', alt: '画', line: 19 }]);
  });

  test('running text knows its section, and front matter is none', () => {
    expect(facts.prose.map(({ text, section }) => [text.trim(), section]).filter(([text]) => text !== '')).toEqual([
      ['开头', ''], ['一', '一-x'], ['正文', '一-x'], ['链接', '一-x'],
    ]);
  });
});
