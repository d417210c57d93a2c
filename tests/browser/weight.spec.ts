import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { chapters } from './pages.ts';

/** Bytes over the wire by kind: text as a host would gzip it, faces as they are. */
async function weigh(page: import('@playwright/test').Page, path: string): Promise<Record<string, number>> {
  const weights: Record<string, number> = {};
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    pending.push((async () => {
      const kind = response.request().resourceType();
      const body = await response.body();
      weights[kind] = (weights[kind] ?? 0) + (kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length);
    })());
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  return weights;
}

for (const path of chapters) {
  test(`/${path} stays within the reader's budget`, async ({ page }) => {
    const weights = await weigh(page, path);
    const total = Object.values(weights).reduce((sum, bytes) => sum + bytes, 0);
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify({ ...weights, total }) });
    console.log(path, JSON.stringify({ ...weights, total }));
    expect(weights.script ?? 0, 'JavaScript').toBeLessThanOrEqual(12 * 1024);
    expect(weights.stylesheet ?? 0, 'CSS').toBeLessThanOrEqual(16 * 1024);
    expect(total, 'whole page').toBeLessThanOrEqual(160 * 1024);
  });
}
