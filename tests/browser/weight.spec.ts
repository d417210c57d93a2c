import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { chapters } from './pages.ts';

interface Weight {
  /** Bytes over the wire by kind, as a host would gzip them; faces come in a style sheet of their own. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly requests: number;
  /** Figures that readers can move; each has a script of its own. */
  readonly figures: number;
}

async function weigh(page: import('@playwright/test').Page, path: string): Promise<Weight> {
  const bytes: Record<string, number> = {};
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    // The browser's own wish, once per visit.
    if (response.url().endsWith('/favicon.svg')) return;
    pending.push((async () => {
      const kind = /\/formulas\.\w+\.css$/.test(response.url()) ? 'font' : response.request().resourceType();
      const body = await response.body();
      bytes[kind] = (bytes[kind] ?? 0) + gzipSync(body, { level: 9 }).length;
    })());
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  return { bytes, requests: pending.length, figures: await page.locator('[data-figure]').count() };
}

/** What every chapter brings beside its text: the text may be long, the rest may not grow with it. */
const budget = { script: 10 * 1024, stylesheet: 20 * 1024, font: 45 * 1024, requests: 10 };
/** The longest chapters, of some two hundred formulas. */
const longest = 120 * 1024;

for (const path of chapters) {
  test(`/${path} stays within the reader's budget`, async ({ page }) => {
    const { bytes, requests, figures } = await weigh(page, path);
    const total = Object.values(bytes).reduce((sum, count) => sum + count, 0);
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify({ ...bytes, total, requests }) });
    expect(bytes.script ?? 0, 'JavaScript').toBeLessThanOrEqual(budget.script);
    expect(bytes.stylesheet ?? 0, 'CSS').toBeLessThanOrEqual(budget.stylesheet);
    expect(bytes.font ?? 0, 'faces').toBeLessThanOrEqual(budget.font);
    expect(requests - figures, 'requests beside one for each figure').toBeLessThanOrEqual(budget.requests);
    expect(total, 'whole page').toBeLessThanOrEqual(longest);
  });
}

for (const path of chapters) {
  test(`nothing on /${path} moves while it loads`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 823 });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { sources } = entry as PerformanceEntry & { sources: readonly { node: Node | null }[] };
          moved.push(...sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 80) ?? ''));
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => (window as unknown as { moved: readonly string[] }).moved)).toEqual([]);
  });
}
