import { expect, test } from 'vitest';
import { remarkSoftBreaks } from '../../../src/markdown/remark-soft-breaks.ts';
import { render } from './render.ts';

const paragraph = async (source: string) => render(source, { remark: [remarkSoftBreaks] });

test.each([
  ['Han and Han', '中文\n中文', '<p>中文中文</p>'],
  ['full-width punctuation and Latin', '中文，\nLatin', '<p>中文，Latin</p>'],
  ['Latin and an opening bracket', 'Latin\n「中文', '<p>Latin「中文</p>'],
  ['characters beyond the basic plane', '𠮷\n𠮷', '<p>𠮷𠮷</p>'],
  ['three lines in a row', '甲\n乙\n丙', '<p>甲乙丙</p>'],
  ['plain and bold Han', '中文\n**加粗**\n中文', '<p>中文<strong>加粗</strong>中文</p>'],
  ['punctuation and a formula', '中文，\n$x$', '<p>中文，<code class="language-math math-inline">x</code></p>'],
])('a line end between %s leaves no space', async (_name, source, expected) => {
  expect(await paragraph(source)).toBe(expected);
});

test.each([
  ['Han and Latin', '中文\nLatin', '<p>中文\nLatin</p>'],
  ['Latin and Latin', 'one\ntwo', '<p>one\ntwo</p>'],
  ['Han and code', '中文\n`x`', '<p>中文\n<code>x</code></p>'],
])('a line end between %s stays a space', async (_name, source, expected) => {
  expect(await paragraph(source)).toBe(expected);
});

test('a hard break stays', async () => {
  expect(await paragraph('中文\\\n中文')).toBe('<p>中文<br>\n中文</p>');
});

test('code and display formulas keep their lines', async () => {
  expect(await paragraph('```text\n中\n文\n```')).toContain('中\n文');
  expect(await paragraph('$$\n中\n文\n$$')).toContain('中\n文');
});

test('a list item and a table cell are joined as a paragraph is', async () => {
  expect(await paragraph('- 中文\n  中文')).toContain('<li>中文中文</li>');
});
