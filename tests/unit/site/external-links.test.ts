import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { ask, externalLinks, reached } from '../../site/external-links.ts';

const page = (path: string, html: string) => ({ path, elements: fromHtml(html, { fragment: true }).children.filter((node): node is Element => node.type === 'element') });

test('links elsewhere are listed once, with every page that names them', () => {
  expect(externalLinks([
    page('b.html', '<a href="https://x.org/a#1"></a><a href="/llm/"></a><a href="https://own.org/y"></a><a href="mailto:a@b.c"></a><link href="https://y.org/">'),
    page('a.html', '<a href="https://x.org/a#2"></a><a href="http://z.org/"></a>'),
  ], 'https://own.org')).toEqual([
    { address: 'http://z.org/', pages: ['a.html'] },
    { address: 'https://x.org/a', pages: ['a.html', 'b.html'] },
  ]);
});

describe('ask', () => {
  const answering = (statuses: Readonly<Record<string, number>>): typeof fetch =>
    (_address, init) => Promise.resolve(new Response(null, { status: statuses[init?.method ?? ''] ?? 500 }));

  test('believes HEAD when it goes well', async () => expect(await ask('https://x.org/', answering({ HEAD: 200, GET: 500 }))).toBe(200));
  test('asks again where HEAD is refused', async () => expect(await ask('https://x.org/', answering({ HEAD: 405, GET: 200 }))).toBe(200));
  test('says when a page is gone', async () => expect(await ask('https://x.org/', answering({ HEAD: 404, GET: 404 }))).toBe(404));
  test('says why there is no answer', async () => {
    expect(await ask('https://x.org/', () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })))).toBe('ENOTFOUND');
  });
});

test('one answer of any host proves that there is a network', () => {
  expect([reached(['ENOTFOUND', 404]), reached(['ENOTFOUND', 'TimeoutError']), reached([])]).toEqual([true, false, false]);
});
