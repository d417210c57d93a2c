/** What a chapter costs a reader with a slow phone, and how long the first answer to a search takes. */
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { listen } from '../../../src/cli/serve.ts';
import { findBrowser } from '../../browser/find-browser.ts';
import { slowServer } from '../slow-server.ts';
import type { PeerSearch } from './peer.ts';

/** Times in milliseconds, sizes in bytes. */
export interface PageCost {
  readonly bytes: number;
  readonly requests: number;
  readonly fcp: number;
  readonly lcp: number;
  /** What long tasks take beyond 50 ms each. */
  readonly tbt: number;
  readonly cls: number;
  readonly heap: number;
  /** Main thread, all of it, and scripts alone. */
  readonly work: number;
  readonly script: number;
}

export interface SearchCost {
  /** Results for a word that stands in one chapter, mid-sentence. */
  readonly hits: number;
  /** From opening the search to the answer, of a reader who writes at once. */
  readonly time: number;
  /** From the last letter, of a reader who took two seconds to write. */
  readonly typed: number;
  readonly bytes: number;
}

const slowdown = 4;
/** Milliseconds after which a search counts as unanswered. */
const patience = 60_000;

/** Runs in the page before anything else. */
function observe(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  Object.assign(window, { seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => { list.getEntries().forEach(take); }).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', ({ startTime }) => { seen.lcp = startTime; });
  watch('layout-shift', (entry) => { seen.cls += (entry as PerformanceEntry & { value: number }).value; });
  watch('longtask', ({ duration }) => { seen.tbt += Math.max(0, duration - 50); });
}

async function slowPage(browser: Browser): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly metrics: () => Promise<ReadonlyMap<string, number>> }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Performance.enable');
  await page.addInitScript(observe);
  return {
    context, page,
    metrics: async () => {
      const read = async (): Promise<ReadonlyMap<string, number>> =>
        new Map((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
      // The collection that makes heaps comparable runs on the main thread; it is our work, not the page's.
      const work = await read();
      await session.send('HeapProfiler.collectGarbage');
      const heap = 'JSHeapUsedSize';
      return new Map([...work, [heap, (await read()).get(heap) ?? 0]]);
    },
  };
}

async function pageCost(browser: Browser, address: string, received: () => number): Promise<PageCost> {
  const { context, page, metrics } = await slowPage(browser);
  const before = received();
  let requests = 0;
  page.on('request', () => { requests += 1; });
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
  const measured = await metrics();
  const { seen, fcp } = await page.evaluate(() => ({
    seen: (window as unknown as { seen: { lcp: number; cls: number; tbt: number } }).seen,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await context.close();
  const milliseconds = (name: string): number => 1000 * (measured.get(name) ?? 0);
  return { bytes: received() - before, requests, fcp, ...seen, heap: measured.get('JSHeapUsedSize') ?? 0, work: milliseconds('TaskDuration'), script: milliseconds('ScriptDuration') };
}

/** The word is written `typing` milliseconds after the search was opened. */
async function answer(browser: Browser, address: string, { open, field, row, none }: PeerSearch, word: string, typing: number, received: () => number) {
  const { context, page } = await slowPage(browser);
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
  const before = received();
  let start = performance.now();
  await page.locator(open).first().click({ timeout: patience });
  await page.locator(field).first().waitFor({ timeout: patience });
  if (typing > 0) {
    await page.waitForTimeout(typing);
    start = performance.now();
  }
  await page.locator(field).first().fill(word);
  await page.locator(row).or(page.locator(none)).first().waitFor({ timeout: patience }).catch(() => undefined);
  const time = performance.now() - start;
  const hits = await page.locator(row).count();
  const cost = { hits, time, bytes: received() - before };
  await context.close();
  return cost;
}

async function searchCost(...[browser, address, search, word, received]: [Browser, string, PeerSearch, string, () => number]): Promise<SearchCost> {
  const { time: typed } = await answer(browser, address, search, word, 2000, received);
  return { ...await answer(browser, address, search, word, 0, received), typed };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Medians over the pages; the search is tried once, with nothing of it in the cache. */
export async function readerCosts(
  folder: string, addresses: readonly string[], search: PeerSearch, word: string,
): Promise<{ readonly page: PageCost; readonly search: SearchCost | undefined }> {
  const { server, received } = slowServer(folder);
  const site = `http://127.0.0.1:${await listen(server, 0)}`;
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const costs: PageCost[] = [];
    for (const address of addresses) costs.push(await pageCost(browser, site + address, received));
    const keys = Object.keys(costs[0] ?? {}) as (keyof PageCost)[];
    const page = Object.fromEntries(keys.map((key) => [key, median(costs.map((cost) => cost[key]))])) as unknown as PageCost;
    const found = await searchCost(browser, site + (addresses[0] ?? '/'), search, word, received).catch((error: unknown) => {
      console.error(`  搜索没有量成：${String(error).slice(0, 300)}`);
      return undefined;
    });
    return { page, search: found };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
