import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listen, siteServer } from '../../../src/cli/serve.ts';

let folder = '';
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'llm'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, 'llm/index.html'), 'part');
  writeFileSync(join(folder, '404.html'), 'missing');
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(base: string): Promise<string> {
  const server = siteServer({ folder, base });
  servers.push(server);
  return `http://127.0.0.1:${await listen(server, 0)}`;
}
const answer = async (address: string) => {
  const response = await fetch(address, { redirect: 'manual' });
  return [response.status, await response.text(), response.headers.get('location')];
};

describe('siteServer', () => {
  test('serves pages by their addresses and 404.html for all others', async () => {
    const origin = await serve('/');
    expect(await answer(`${origin}/`)).toEqual([200, 'home', null]);
    expect(await answer(`${origin}/llm/`)).toEqual([200, 'part', null]);
    expect(await answer(`${origin}/nothing/`)).toEqual([404, 'missing', null]);
    expect((await answer(`${origin}/%2e%2e/%2e%2e/etc/passwd`))[0]).toBe(404);
  });

  test('below a base path, sends the root there and knows nothing else', async () => {
    const origin = await serve('/book/');
    expect(await answer(`${origin}/`)).toEqual([302, '', '/book/']);
    expect(await answer(`${origin}/book/llm/`)).toEqual([200, 'part', null]);
    expect((await answer(`${origin}/llm/`))[0]).toBe(404);
  });

  test('serves pages that were built after it started', async () => {
    const origin = await serve('/');
    writeFileSync(join(folder, 'late.txt'), 'late');
    expect((await answer(`${origin}/late.txt`))[1]).toBe('late');
  });
});

test('a port in use is said in a sentence that names a way out', async () => {
  const first = siteServer({ folder, base: '/' });
  const second = siteServer({ folder, base: '/' });
  servers.push(first, second);
  const port = await listen(first, 0);
  await expect(listen(second, port)).rejects.toThrow(`端口 ${port} 已被别的程序占用。换一个端口：npm start -- --port ${port + 1}`);
});
