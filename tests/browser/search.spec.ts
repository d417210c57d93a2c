import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { APIRequestContext, Page } from '@playwright/test';
import { floors, hostile, isActive, queries, score, scoreByKind, type Judged, type Score } from '../search/score.ts';
import { expect, test } from './watch.ts';

const chapter = 'llm/transformer/masks/';
const field = '[data-search-page] input[name="q"]';

/** Types a query into the search page and waits for its full answer. */
async function ask(page: Page, query: string): Promise<void> {
  await page.locator('[data-state]').evaluate((element) => { element.setAttribute('data-state', 'asked'); });
  await page.locator(field).fill(query);
  await expect(page.locator('[data-state="done"], [data-state="idle"], [data-state="failed"]')).toHaveCount(1, { timeout: 15_000 });
}

const chaptersFound = (page: Page): Promise<string[]> => page.locator('[data-state="done"] a[data-result][data-chapter]')
  .evaluateAll((links) => links.map((link) => link.getAttribute('data-chapter') ?? ''));

const linksFound = (page: Page): Promise<string[]> => page.locator('a[data-result]')
  .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

/** Every address is a page of the site and, after `#`, an id in it. */
async function expectToResolve(request: APIRequestContext, addresses: Iterable<string>): Promise<void> {
  const ids = new Map<string, Set<string>>();
  for (const address of addresses) {
    const { origin, pathname, hash } = new URL(address);
    let held = ids.get(pathname);
    if (held === undefined) {
      const response = await request.get(origin + pathname);
      expect(response.status(), pathname).toBe(200);
      held = new Set([...(await response.text()).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
      ids.set(pathname, held);
    }
    if (hash !== '') expect(held.has(decodeURIComponent(hash.slice(1))), address).toBe(true);
  }
}

test.describe('judged queries', () => {
  test('are answered as well as promised, of every kind', async ({ page, request, baseURL }) => {
    test.setTimeout(900_000);
    const aux = await (await request.get(new URL('search-index.json', baseURL).href)).json() as { chapters: { id: string }[] };
    const active = queries.filter((query) => isActive(query, new Set(aux.chapters.map(({ id }) => id))));
    await page.goto('search/');
    const judged: Judged[] = [];
    const links = new Set<string>();
    for (const query of active) {
      await ask(page, query.q);
      judged.push({ query, found: await chaptersFound(page) });
      for (const link of await linksFound(page)) links.add(link);
    }
    await expectToResolve(request, links);
    const [total, kinds] = [score(judged), scoreByKind(judged)];
    const misses = judged.filter(({ query, found }) => !query.best.includes(found[0] ?? '')).map(({ query, found }) => `${query.kind} ${query.q} → ${found[0] ?? '—'}`);
    record({ chapters: aux.chapters.length, pending: queries.length - active.length, total, kinds });
    console.log(`${active.length} judged, ${queries.length - active.length} pending`, JSON.stringify(total), misses.join('\n'));
    expect(total.first, 'P@1').toBeGreaterThanOrEqual(floors.first);
    expect(total.five, 'hit@5').toBeGreaterThanOrEqual(floors.five);
    expect(total.mrr, 'MRR').toBeGreaterThanOrEqual(floors.mrr);
    expect(total.zero, 'labelled queries without results').toBeLessThanOrEqual(floors.zero);
    for (const [kind, { mrr }] of Object.entries(kinds)) expect.soft(mrr, `MRR of ${kind}`).toBeGreaterThanOrEqual(floors.kindMrr);
  });

  test('of the hostile kind neither throw nor inject nor delay the next query', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('search/');
    for (const raw of hostile) {
      await ask(page, raw.slice(0, 5000));
      await expect(page.locator('[data-search-page] :is(script, img, iframe)')).toHaveCount(0);
    }
    await ask(page, 'zxqwvjkzz');
    await expect(page.locator('[data-result]')).toHaveCount(0);
    await expect(page.getByText('没有找到「zxqwvjkzz」')).toBeVisible();
    await ask(page, '因果掩码');
    await expect(page.locator('[data-result]').first()).toHaveAttribute('data-chapter', 'llm/transformer/masks');
  });
});

/** The page 「搜索质量」 shows these; three digits, so that a run that changes nothing changes no file. */
function record(scores: { chapters: number; pending: number; total: Score; kinds: Readonly<Record<string, Score>> }): void {
  const file = resolve(import.meta.dirname, '../search/scores.json');
  const text = `${JSON.stringify(scores, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value), 2)}\n`;
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

test('rows that unfold lead to pages and anchors that exist', async ({ page, request }) => {
  await page.goto('search/');
  for (const query of ['掩码', '注意力', 'softmax', '练习']) {
    await ask(page, query);
    while (await page.locator('button.search-more').count() > 0) await page.locator('button.search-more').first().click();
    await expectToResolve(request, await linksFound(page));
  }
});

test('nothing of search is loaded before the reader reaches for it', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(chapter, { waitUntil: 'networkidle' });
  expect(loaded.filter((url) => /pagefind|search-index|dialog|search\.[\w-]+\.css/.test(url))).toEqual([]);
  await page.locator('a.search-open').hover();
  await expect.poll(() => loaded.some((url) => url.endsWith('search-index.json'))).toBe(true);
});

test('what search begins with is asked for together, not one after another', async ({ page }) => {
  const asked: string[] = [];
  const askedFor = (...parts: readonly (string | RegExp)[]) => () => parts.filter((part) => !asked.some((url) => url.search(part) >= 0));
  page.on('request', (request) => asked.push(request.url()));
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => { release = resolve; });
  await page.route(/\/dialog\.[\w-]+\.js$/, async (route) => { await released; await route.continue(); });
  // It stays away: the rest must not wait for it.
  await page.route('**/pagefind/pagefind.js', () => undefined);
  await page.goto(chapter, { waitUntil: 'networkidle' });
  await page.locator('a.search-open').hover();
  await expect.poll(askedFor(/\/dialog\.[\w-]+\.js/, /\/search\.[\w-]+\.js/, /\/search\.[\w-]+\.css/, '/search-index.json')).toEqual([]);
  release();
  await expect.poll(askedFor('/pagefind.js', '/guide.json', '/pagefind-worker.js', '/pagefind-entry.json', '.pf_meta', '/wasm.unknown.pagefind')).toEqual([]);
});

test('the code that opening search loads is small', async ({ page }) => {
  await page.goto(chapter, { waitUntil: 'networkidle' });
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && !response.url().includes('/pagefind/')) bodies.push(response.body());
  });
  await page.locator('a.search-open').click();
  await page.getByRole('combobox').fill('束搜索');
  await expect(page.locator('dialog [data-state="done"]')).toBeVisible({ timeout: 15_000 });
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  console.log('search code, gzip', bytes);
  expect(bytes).toBeLessThanOrEqual(12 * 1024);
});

test.describe('the dialog', () => {
  test.beforeEach(async ({ page }) => { await page.goto(chapter, { waitUntil: 'load' }); });

  for (const key of ['/', 'Control+k']) {
    test(`opens by ${key}, holds the focus and gives it back`, async ({ page }) => {
      await page.locator('a.search-open').focus();
      await page.keyboard.press(key);
      const box = page.getByRole('dialog').getByRole('combobox');
      await expect(box).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.locator('a.search-open')).toBeFocused();
    });
  }

  test('is walked by arrows and opens the active row', async ({ page }) => {
    await page.locator('a.search-open').click();
    const box = page.getByRole('dialog').getByRole('combobox');
    await box.fill('因果掩码');
    await expect(page.locator('dialog [data-state="done"]')).toBeVisible({ timeout: 15_000 });
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = page.locator('dialog [role="option"][aria-selected="true"]');
    await expect(active).toHaveCount(1);
    await expect(box).toHaveAttribute('aria-activedescendant', await active.getAttribute('id') ?? '');
    const address = await active.getAttribute('href') ?? '';
    await page.keyboard.press('Enter');
    // Where Enter leads is in question here, not how long a chapter full of figures takes to load.
    await page.waitForURL((url) => url.search.includes('hl='), { waitUntil: 'commit' });
    expect(page.url()).toContain(address.split('#')[1] ?? 'none');
  });

  test('turns over at both ends, and Home and End lead there', async ({ page }) => {
    await page.locator('a.search-open').click();
    await page.getByRole('dialog').getByRole('combobox').fill('因果掩码');
    await expect(page.locator('dialog [data-state="done"]')).toBeVisible({ timeout: 15_000 });
    const options = page.locator('dialog [role="option"]');
    const [first, last] = [options.first(), options.last()];
    for (const [key, option] of [['ArrowUp', last], ['ArrowDown', first], ['End', last], ['Home', first]] as const) {
      await page.keyboard.press(key);
      await expect(option).toHaveAttribute('aria-selected', 'true');
      await expect(page.locator('dialog [aria-selected="true"]')).toHaveCount(1);
    }
    // A list box holds options and named groups of them, and nothing that reads as a list or a heading.
    await expect(page.locator('dialog [role="listbox"] :is(h2, ol, ul, li):not([role="none"], [role="group"][aria-label])')).toHaveCount(0);
  });

  test('clears on the first Escape and closes on the second', async ({ page }) => {
    await page.locator('a.search-open').click();
    const box = page.getByRole('dialog').getByRole('combobox');
    await box.fill('束搜索');
    await page.keyboard.press('Escape');
    await expect(box).toHaveValue('');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('a search can be linked, gone back to, and remembers what was looked for until it is told to forget', async ({ page }) => {
  await page.goto('search/?q=束搜索');
  await page.locator('[data-state="done"] a[data-result]').nth(1).click();
  await page.waitForURL((url) => url.search.includes('hl='));
  await page.goBack();
  await expect(page.locator(field)).toHaveValue('束搜索');
  await expect(page.locator('a[data-result]').nth(1)).toBeFocused();
  await page.goto('search/');
  await expect(page.locator('.search-recent').getByRole('link', { name: '束搜索' })).toBeVisible();
  await page.getByRole('button', { name: '清除' }).click();
  await expect(page.locator('.search-recent')).toBeHidden();
});

test('the phrase is painted in its chapter, a folded part that hides it opens, and Escape clears it', async ({ page }) => {
  await page.goto(`${chapter}?hl=${encodeURIComponent('对层数归纳')}`);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('search')?.size ?? 0)).toBeGreaterThan(0);
  await expect(page.getByText('对层数归纳').first()).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => CSS.highlights.has('search'))).toBe(false);
  expect(page.url()).not.toContain('hl=');
});

test('a composed input is looked for when the composition ends, not before', async ({ page }) => {
  await page.goto('search/');
  await page.locator(field).evaluate((input: HTMLInputElement) => {
    input.value = 'shusousuo';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  await expect(page.locator('[data-state]')).toHaveAttribute('data-state', 'idle');
  await page.locator(field).evaluate((input: HTMLInputElement) => {
    input.value = '束搜索';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page lists the whole contents and the terms, and no dead control', async ({ page }) => {
    await page.goto('search/?q=束搜索');
    await expect(page.getByRole('link', { name: '自注意力机制解析' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '术语 A–Z' })).toBeVisible();
    await expect(page.locator('.search-idle')).toBeHidden();
  });
});
