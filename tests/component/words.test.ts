import { expect, test } from 'vitest';
import Title from '../../src/components/chrome/Title.astro';
import { breakable } from '../../src/components/chrome/words.ts';
import { render } from './render.ts';

test.each([
  ['一本从计算机基础读到 Transformer 与大模型的中文书', '一本|从计算机|基础|读到 Transformer 与大模型的|中文书'],
  ['掩码解析：因果、填充、交叉与右移', '掩码|解析：因果、填充、交叉|与右移'],
  ['自注意力机制解析', '自注意力|机制|解析'],
  ['机器翻译全程：从「我爱自然语言处理」到 I love NLP', '机器|翻译|全程：从「我爱|自然|语言|处理」到 I love NLP'],
  ['NumPy', 'NumPy'],
  ['', ''],
])('a line of 「%s」 may end at %s', (title, cuts) => {
  expect(breakable(title).join('|')).toBe(cuts);
  expect(breakable(title).join('')).toBe(title);
});

test('a title is one heading whose text is unchanged', async () => {
  const html = await render(Title, { text: '掩码解析 <b>' });
  expect(html).toBe('<h1 id="top">掩码<wbr>解析 &lt;b&gt;</h1>');
});
