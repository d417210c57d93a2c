/**
 * `npm run bench -- search`: on generated books of 100, 1,000 and 3,000 chapters (`… search 100 300` for others) how large the search
 * indexes are and how long they take to build; then the race (`… search race` alone): how long a reader with a slow phone waits for
 * an answer, here and with the local search of other documentation tools on the same pages, with nothing of search in the cache.
 * The line is 1.6 Mbit/s with 150 ms round trips (slow-server.ts), the page's processor is four times slower; workers are not slowed
 * down. The others get fewer chapters, since what they download grows with the book.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { listen } from '../../src/cli/serve.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { generateBook } from './generate.ts';
import { docusaurus } from './peers/docusaurus.ts';
import { buildPeer, setUpPeer, type Peer } from './peers/peer.ts';
import { vitepress } from './peers/vitepress.ts';
import { slowServer } from './slow-server.ts';

/** Words that stand in the middle of sentences, two words, and a Latin one. */
const queries = ['注意力权重', '梯度 收敛', 'softmax'];
const chaptersHere = 150;
const chaptersThere = 100;
/** The first full answer may cost a reader so much. */
const mostBytes = 300 * 1024;
const patience = 60_000;

/** How a page is asked: where to click, where to write, what an answer looks like. */
interface Manners {
  readonly open: string;
  readonly field: string;
  readonly row: string;
  /** The answer is whole, with or without rows. */
  readonly done: string;
}

const ours: Manners = {
  open: 'a.search-open', field: 'dialog[open] input[name="q"]', row: 'dialog[open] [data-result]',
  done: 'dialog[open] :is([data-state="done"], [data-state="failed"])',
};

interface Wait {
  readonly query: string;
  /** Milliseconds to the first row; 0 where there is none. */
  readonly rows: number;
  readonly full: number;
  readonly bytes: number;
}

/** Runs in the page: reaches for search, writes the query after `lead` milliseconds, and tells when rows appear and when the answer is whole. */
function timeAnswer([{ open, field, row, done }, query, lead, patience]: readonly [Manners, string, number, number]): Promise<{ rows: number; full: number }> {
  return new Promise((resolve) => {
    const opened = performance.now();
    let start = 0;
    let rows = 0;
    const look = (): void => {
      const now = performance.now();
      const input = document.querySelector<HTMLInputElement>(field);
      if (start === 0 && input !== null && now - opened >= lead) {
        start = lead === 0 ? opened : now;
        // Past what a framework keeps of the field's value.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, query);
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      if (start > 0 && rows === 0 && document.querySelector(row) !== null) rows = now - start;
      if ((start > 0 && document.querySelector(done) !== null) || now - opened > patience) resolve({ rows, full: now - start });
      else requestAnimationFrame(look);
    };
    const button = document.querySelector<HTMLElement>(open);
    button?.focus();
    button?.click();
    look();
  });
}

async function waits(browser: Browser, folder: string, address: string, manners: Manners, lead: number): Promise<Wait[]> {
  const { server, received } = slowServer(folder);
  const port = await listen(server, 0);
  const measured: Wait[] = [];
  for (const query of queries) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}${address}`, { waitUntil: 'networkidle', timeout: 120_000 });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const before = received();
    measured.push({ query, ...await page.evaluate(timeAnswer, [manners, query, lead, patience] as const), bytes: received() - before });
    await context.close();
  }
  server.close();
  server.closeAllConnections();
  return measured;
}

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

const row = (cells: readonly (string | number)[]): void => { console.log(`| ${cells.join(' | ')} |`); };

function head(heads: readonly string[]): void {
  row(heads);
  console.log(`|${' ---: |'.repeat(heads.length)}`);
}

async function inFolder(work: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daily-deeplearning-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kb = (bytes: number): string => (bytes / 1024).toFixed(0);

async function benchSizes(sizes: readonly number[]): Promise<void> {
  head(['章数', '构建 s', '其中索引 s', '标题索引 KB', 'brotli KB', '全文索引 KB']);
  for (const size of sizes) {
    await inFolder((folder) => {
      const { dist, seconds, indexing } = build(size, folder);
      const headings = readFileSync(join(dist, 'search-index.json'));
      row([size, seconds.toFixed(1), indexing, kb(headings.length), kb(brotliCompressSync(headings).length), kb(folderBytes(join(dist, 'pagefind')))]);
    });
  }
}

async function race(name: string, chapters: number, browser: Browser, folder: string, address: string, manners: Manners): Promise<void> {
  const cold = await waits(browser, folder, address, manners, 0);
  const warm = await waits(browser, folder, address, manners, 2000);
  const found = cold.filter(({ rows }) => rows > 0);
  const bytes = Math.max(...cold.map((wait) => wait.bytes));
  const rest = (values: readonly Wait[], key: 'rows' | 'full'): string => (found.length === 0 ? '—' : median(values.filter(({ rows }) => rows > 0).map((wait) => wait[key])).toFixed(0));
  row([name, chapters, `${found.length}/${cold.length}`, rest(cold, 'rows'), rest(cold, 'full'), rest(warm, 'rows'), rest(warm, 'full'), kb(bytes)]);
  if (manners === ours && bytes > mostBytes) throw new Error(`第一次完整结果下载 ${kb(bytes)} KB，多于 ${kb(mostBytes)} KB。`);
}

async function racePeer(peer: Peer, browser: Browser): Promise<void> {
  await inFolder(async (folder) => {
    const project = join(folder, 'project');
    setUpPeer(peer, project, generateBook(join(folder, 'content'), chaptersThere));
    const { status, output } = await buildPeer(peer, project, 600);
    if (status !== 0) {
      console.log(`${peer.name}：${status === undefined ? '600 秒还没有建成' : '没有建成'}\n${output.slice(-2000)}`);
      return;
    }
    const { none, ...manners } = peer.search;
    await race(peer.name, chaptersThere, browser, join(project, peer.output), peer.address('part-001/chapter-01'), { ...manners, done: `:is(${manners.row}, ${none})` });
  });
}

async function benchRace(): Promise<void> {
  head(['', '章数', '找到', '首批结果 ms', '完整结果 ms', '先打开 2 s：首批', '完整', '最多下载 KB']);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await inFolder(async (folder) => { await race('本站', chaptersHere, browser, build(chaptersHere, folder).dist, '/part-001/chapter-01/', ours); });
    for (const peer of [vitepress, docusaurus]) await racePeer(peer, browser);
  } finally {
    await browser.close();
  }
}

export async function benchSearch(words: readonly string[]): Promise<void> {
  const sizes = words.map(Number).filter((size) => Number.isInteger(size) && size > 0);
  if (!words.includes('race')) await benchSizes(sizes.length > 0 ? sizes : [100, 1000, 3000]);
  if (sizes.length === 0) await benchRace();
}
