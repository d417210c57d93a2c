import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/book/files.ts';
import { typography, yamlTypography } from './typography.ts';

describe('the typography of the book', () => {
  test.each(filesBelow('content').filter((path) => /\.(?:mdx|yaml)$/.test(path)))('%s is set as Chinese is set', (path) => {
    const source = readFileSync(join('content', path), 'utf8');
    expect(path.endsWith('.yaml') ? yamlTypography(source) : typography(source)).toEqual([]);
  });
});

describe('what the linter looks at', () => {
  test.each([
    ['a space between scripts', '用Python写', '1: 用Python写 → 用 Python 写'],
    ['punctuation in full width', '先看,再写。', '1: 先看,再写。 → 先看，再写。'],
    ['digits in full width', '共１２章', '1: 共１２章 → 共12章'],
  ])('%s', (_name, text, said) => expect(typography(text)).toEqual([said]));

  test.each([
    ['code', '```python\nprint("你好,world")\n```'],
    ['code in a line', '写作 `int(文字, 7)` 即可'],
    ['formulas', '这里 $a,b$ 是数'],
    ['words of others', '原文是「8个头」'],
    ['sentences cut into tokens', '> 我 的 猫 今天 会 叫 。'],
    ['words joined by a hyphen', '编码-解码注意力'],
  ])('not at %s', (_name, text) => expect(typography(text)).toEqual([]));
});
