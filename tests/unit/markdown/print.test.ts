import { describe, expect, test } from 'vitest';
import { memoryCache } from '../../../src/lib/result-cache.ts';
import { rehypeHighlight } from '../../../src/markdown/rehype-highlight.ts';
import { rehypePrint } from '../../../src/markdown/rehype-print.ts';
import { process, render } from './render.ts';

describe('rehypePrint', () => {
  const print = { rehype: [rehypePrint] as never };
  const pieces = async (source: string) => {
    const html = await render(source, print);
    return [...html.matchAll(/set:html="([^"]*)"/g)].map(([, text = '']) => text.replaceAll('&#x22;', '"').replaceAll('&#x26;', '&'));
  };

  test('a run without components is one piece', async () => {
    expect(await pieces('甲 **乙**\n\n- 丙')).toEqual(['<p>甲 <strong>乙</strong></p>\n<ul>\n<li>丙</li>\n</ul>']);
  });

  test('a component stands between the pieces around it, and holds pieces of its own', async () => {
    expect(await pieces('甲\n\n<Callout kind="tip">\n\n乙 <Sym kind="key">丙</Sym>\n\n</Callout>\n\n丁')).toEqual(['<p>甲</p>\n', '\n<p>丁</p>']);
    expect(await render('<Callout kind="tip">\n\n*乙*\n\n</Callout>', print)).toMatch(/^<Callout kind="tip"><Fragment set:html="<p><em>乙<\/em><\/p>"><\/Fragment><\/Callout>$/);
  });

  test('a picture stays a node, since the build has to find its file', async () => {
    expect(await render('甲\n\n![乙](./a.svg)', print)).toContain('<img src="./a.svg" alt="乙">');
  });
});

test('a block of code is coloured once, however often it stands in the book', async () => {
  const cache = memoryCache();
  const asked: boolean[] = [];
  const watched = { ...cache, get: (input: string) => { const known = cache.get(input); asked.push(known !== undefined); return known; } };
  const plugins = { rehype: [[rehypeHighlight, watched]] as never };
  const source = '```python\nimport math\n```\n\n```python\nimport math\n```\n\n```python {1}\nimport math\n```';
  const { html } = await process(source, plugins);
  expect(asked).toEqual([false, true, false]);
  expect(html.match(/class="line highlighted"/g)).toHaveLength(1);
  expect((await process(source, plugins)).html).toBe(html);
});
