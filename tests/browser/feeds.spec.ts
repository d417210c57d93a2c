import { expect, test } from '@playwright/test';

const id = 'llm/transformer/self-attention';

test('the feed, the sitemap and llms.txt name the chapters with absolute addresses', async ({ request }) => {
  for (const [path, pattern] of [
    ['rss.xml', new RegExp(`<link>https://[^<]+/${id}/</link>`)],
    ['sitemap-0.xml', new RegExp(`<loc>https://[^<]+/${id}/</loc>`)],
    ['llms.txt', new RegExp(`\\]\\(https://[^)]+/${id}\\.md\\)`)],
    ['robots.txt', /Sitemap: https:\/\/.+sitemap-index\.xml/],
  ] as const) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(await response.text(), path).toMatch(pattern);
  }
});

test('a chapter as Markdown keeps its TeX and none of our tags', async ({ request }) => {
  const text = await (await request.get(`${id}.md`)).text();
  expect(text).toMatch(/^# 自注意力机制解析\n/);
  expect(text).toContain(String.raw`\operatorname{softmax}`);
  expect(text).not.toMatch(/<(?:Equation|Figure|Cite|Ref|Chapter|Callout|Caption)\b/);
  expect(text).not.toMatch(/\\(?:query|key|val|score|attn|out)\{/);
  expect(text).toContain('## 参考文献');
});

test('every chapter and the site have a picture of the right size for shared links', async ({ request }) => {
  for (const name of [id, 'site']) {
    const body = await (await request.get(`og/${name}.png`)).body();
    expect(body.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(body.length).toBeGreaterThan(5000);
  }
});
