/**
 * `npm run bench -- search`: search on generated books of 100 and 1,000 chapters (`npm run bench -- search 100 3000` for others):
 * how large the indexes are, how long they take to build, and how long a reader with a slow phone waits, from reaching for search
 * on a loaded chapter to the first rows and to the full answer, with nothing of search in the cache.
 * The line is 1.6 Mbit/s with 150 ms round trips and the page's processor four times slower; Pagefind's worker is not slowed down.
 * Other sites' search on the same pages is not measured here yet.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { listen } from '../../src/cli/serve.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { generateBook } from './generate.ts';
import { slowServer } from './slow-server.ts';

const queries = ['注意力权重', '梯度 收敛', 'softmax'];

interface Built {
  readonly dist: string;
  readonly seconds: number;
  /** Of them, for the indexes. */
  readonly indexing: string;
}

function build(chapters: number, folder: string): Built {
  const dist = join(folder, 'dist');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=8192', 'node_modules/astro/bin/astro.mjs', 'build'], {
    encoding: 'utf8', maxBuffer: 2 ** 28,
    env: { ...process.env, CONTENT_DIR: generateBook(join(folder, 'content'), chapters), OUT_DIR: dist, CACHE_DIR: join(folder, 'cache') },
  });
  if (status !== 0) throw new Error(`构建 ${chapters} 章失败：\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return { dist, seconds: (performance.now() - start) / 1000, indexing: /编入全文索引.*?用时 ([\d.]+) 秒/.exec(stdout)?.[1] ?? '?' };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

interface Wait {
  readonly rows: number;
  readonly full: number;
  readonly bytes: number;
}

/** Runs in the page: opens the dialog, types the query, and tells when rows appear and when the answer is whole. */
function timeAnswer(query: string): Promise<{ rows: number; full: number }> {
  return new Promise((resolve) => {
    const start = performance.now();
    let rows = 0;
    const look = (): void => {
      const field = document.querySelector<HTMLInputElement>('dialog[open] input[name="q"]');
      if (field !== null && field.value === '') {
        field.value = query;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      if (rows === 0 && document.querySelector('dialog[open] [data-result]') !== null) rows = performance.now() - start;
      if (document.querySelector('dialog[open] :is([data-state="done"], [data-state="failed"])') === null) requestAnimationFrame(look);
      else resolve({ rows, full: performance.now() - start });
    };
    document.querySelector<HTMLElement>('a.search-open')?.click();
    look();
  });
}

async function waits(dist: string): Promise<Wait[]> {
  const { server, received } = slowServer(dist);
  const port = await listen(server, 0);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const measured: Wait[] = [];
    for (const query of queries) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/part-001/chapter-01/`, { waitUntil: 'networkidle' });
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const before = received();
      const { rows, full } = await page.evaluate(timeAnswer, query);
      measured.push({ rows, full, bytes: received() - before });
      await context.close();
    }
    return measured;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kb = (bytes: number): string => (bytes / 1024).toFixed(0);

export async function benchSearch(sizes: readonly number[]): Promise<void> {
  const heads = ['章数', '构建 s', '其中索引 s', '标题索引 KB', 'brotli KB', '全文索引 KB', '首批结果 ms', '完整结果 ms', '下载 KB'];
  console.log(`| ${heads.join(' | ')} |\n|${' ---: |'.repeat(heads.length)}`);
  for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'daily-deeplearning-bench-'));
    try {
      const { dist, seconds, indexing } = build(size, folder);
      const headings = readFileSync(join(dist, 'search-index.json'));
      const measured = await waits(dist);
      console.log(`| ${[
        size, seconds.toFixed(1), indexing, kb(headings.length), kb(brotliCompressSync(headings).length), kb(folderBytes(join(dist, 'pagefind'))),
        median(measured.map(({ rows }) => rows)).toFixed(0), median(measured.map(({ full }) => full)).toFixed(0), kb(median(measured.map(({ bytes }) => bytes))),
      ].join(' | ')} |`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
