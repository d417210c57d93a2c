import { expect, test } from 'vitest';
import { rehypeLinks } from '../../../src/markdown/rehype-links.ts';
import { render } from './render.ts';

const html = async (source: string) => render(source, { rehype: [[rehypeLinks, '/base/']] as never });

test.each([
  ['from the root of the site gets the base', '[a](/llm/#top)', '<p><a href="/base/llm/#top">a</a></p>'],
  ['abroad says so', '[a](https://x.org)', '<p><a href="https://x.org" rel="noopener external">a</a></p>'],
  ['by reference is treated alike', '[a][b]\n\n[b]: /llm/', '<p><a href="/base/llm/">a</a></p>'],
  ['within the page stays', '[a](#b)', '<p><a href="#b">a</a></p>'],
  ['without a protocol is abroad, not below the base', '[a](//x.org/)', '<p><a href="//x.org/">a</a></p>'],
])('a link %s', async (_name, source, expected) => expect(await html(source)).toBe(expected));

test('a public image gets the base', async () => {
  expect(await html('![画](/a.png)')).toBe('<p><img src="/base/a.png" alt="画"></p>');
});
