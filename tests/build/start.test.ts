import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateBook } from '../bench/generate.ts';

let folder = '';
let started: ChildProcess | undefined;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'start-')); });
afterEach(() => {
  started?.kill();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly text: () => string;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, ['src/cli/start.ts', ...args], {
    env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'dist'), CACHE_DIR: join(folder, 'cache'), ...env },
  });
  started = child;
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
  return { text: () => text, ended: new Promise((done) => { child.once('close', done); }) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}

describe('npm start', () => {
  test('builds, says where the site is, and serves its pages', async () => {
    generateBook(join(folder, 'content'), 3);
    const port = await freePort();
    const run = start(['--port', String(port)]);
    await expect.poll(run.text, { timeout: 50_000, interval: 200 }).toContain(`站点已就绪：http://localhost:${port}/`);
    expect((await fetch(`http://127.0.0.1:${port}/part-001/chapter-02/`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/nothing/`)).status).toBe(404);
    expect(existsSync(join(folder, 'dist/pagefind'))).toBe(true);
  });

  test('stops before it builds when the port is in use', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const run = start([], { PORT: String(port) });
    expect(await run.ended).toBe(1);
    expect(run.text()).toBe(`端口 ${port} 已被别的程序占用。换一个端口：npm start -- --port ${port + 1}\n`);
    other.close();
  });

  test.each(['0x10', '70000', 'abc'])('refuses the port %s', async (port) => {
    const run = start(['--port', port]);
    expect(await run.ended).toBe(1);
    expect(run.text()).toBe(`端口「${port}」不对：写 1 到 65535 之间的整数，如 --port 4321。\n`);
  });

  test('refuses an option that it does not know', async () => {
    const run = start(['--host', '0.0.0.0']);
    expect(await run.ended).toBe(1);
    expect(run.text()).toBe('不认识的参数：--host 0.0.0.0\n用法：npm start -- [--port 端口]\n');
  });

  test('a book that breaks a rule is not built: every offence is named, and the exit code says so', async () => {
    const content = generateBook(join(folder, 'content'), 2);
    appendFileSync(join(content, 'part-001/chapter-01.mdx'), '\n[坏链接](/nowhere/)，$\\undefinedcommand$。\n');
    const run = start(['--port', '0']);
    expect(await run.ended).toBe(1);
    expect(run.text()).toMatch(/chapter-01\.mdx:\d+:1  .*\/nowhere\//);
    expect(run.text()).toMatch(/chapter-01\.mdx:\d+:\d+  公式 \\undefinedcommand 排不出来/);
    expect(run.text()).toContain('构建没有成功，原因见上。');
    expect(existsSync(join(folder, 'dist/index.html'))).toBe(false);
  });
});
