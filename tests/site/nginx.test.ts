import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caching, securityHeaders } from '../../src/book/security.ts';
import { filesBelow } from '../../src/book/files.ts';
import { nginxInstalled, startNginx, type Nginx } from './nginx.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Needs nginx with its list of media types (`apt-get install nginx-light`). */
describe.skipIf(!nginxInstalled())('the shipped nginx configuration', () => {
  let server: Nginx;

  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: server.port, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => { done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }); });
    }).on('error', fail).end();
  });

  beforeAll(async () => { server = await startNginx('dist'); });
  afterAll(() => server.stop());

  const chapter = '/llm/transformer/self-attention/';

  test.each(['/', chapter, '/theme.js', '/no-such-page/', '/llm'])('%s comes with every security header', async (path) => {
    const { headers } = await get(path);
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()], name).toBe(value);
    expect(headers.server).toBe('nginx');
  });

  test('a page is HTML in UTF-8 and is asked for anew, cheaply', async () => {
    const { status, headers } = await get(chapter);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', caching.other]);
    const { status: again } = await get(chapter, { 'If-None-Match': headers.etag ?? '' });
    expect(again).toBe(304);
  });

  test('files with a hash in their name are kept for good', async () => {
    for (const name of filesBelow('dist/_astro').slice(0, 20)) {
      const { status, headers } = await get(`/_astro/${name}`);
      expect([name, status, headers['cache-control']]).toEqual([name, 200, caching.hashed]);
    }
  });

  test('an unknown address gets our page and a 404, also below a folder', async () => {
    for (const path of ['/no-such-page/', '/llm/transformer/nothing', '/../etc/passwd', '/%00', '/_headers', '/_redirects']) {
      const { status, body } = await get(path);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      if (status === 404) expect(body.toString()).toContain('这一页不存在');
    }
  });

  test('text travels compressed, pictures as they are', async () => {
    for (const path of [chapter, '/search-index.json', '/rss.xml', '/llms.txt']) {
      const plain = await get(path);
      const { headers, body } = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' });
      expect([path, headers['content-encoding'], headers.vary]).toEqual([path, 'gzip', 'Accept-Encoding']);
      expect(gunzipSync(body).equals(plain.body), path).toBe(true);
    }
    const { headers } = await get('/apple-touch-icon.png', { 'Accept-Encoding': 'gzip' });
    expect([headers['content-type'], headers['content-encoding']]).toEqual(['image/png', undefined]);
  });

  test('what was compressed beforehand is sent as it lies there', async () => {
    writeFileSync(join(server.site, 'made.txt'), 'plain'.repeat(500));
    const made = spawnSync('gzip', ['-9', '-k', join(server.site, 'made.txt')]);
    expect(made.status).toBe(0);
    const { headers, body } = await get('/made.txt', { 'Accept-Encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.equals(readFileSync(join(server.site, 'made.txt.gz')))).toBe(true);
  });

  test('a part of a file can be had', async () => {
    const whole = await get('/search-index.json');
    const { status, headers, body } = await get('/search-index.json', { Range: 'bytes=10-19' });
    expect([status, headers['content-range']]).toEqual([206, `bytes 10-19/${whole.body.length}`]);
    expect(body.equals(whole.body.subarray(10, 20))).toBe(true);
  });

  test('addresses without their closing slash, and old ones, lead on within the site', async () => {
    for (const [from, to] of [['/llm', '/llm/'], ['/feed/', '/rss.xml'], ['/sitemap.xml', '/sitemap-index.xml']] as const) {
      const { status, headers } = await get(from);
      expect([from, status, headers.location]).toEqual([from, 301, to]);
    }
  });

  test('notebooks and Markdown have their types', async () => {
    const types = { '/llm/transformer/self-attention.ipynb': 'application/x-ipynb+json', '/llm/transformer/self-attention.md': 'text/markdown; charset=utf-8' };
    for (const [path, type] of Object.entries(types)) expect((await get(path)).headers['content-type'], path).toBe(type);
  });
});
