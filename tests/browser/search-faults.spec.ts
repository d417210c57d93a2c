import { expect, test } from '@playwright/test';

const field = '[data-search-page] input[name="q"]';

test('without the full text titles still answer, with a notice and a retry that works', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('search/?q=因果掩码');
  await expect(page.locator('[data-state="failed"] [data-result]').first()).toHaveAttribute('data-chapter', 'llm/transformer/masks');
  await expect(page.locator('.search-failure')).toContainText('全文索引未能加载');
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
});

test('with half an index the notice appears too, never a silent 「没有找到」', async ({ page }) => {
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await page.goto('search/?q=因果掩码');
  await expect(page.locator('.search-failure')).toContainText('全文索引未能加载', { timeout: 15_000 });
});

test('with WebAssembly blocked titles answer and the notice appears', async ({ page }) => {
  await page.route('**/*.pagefind', (route) => route.abort());
  await page.goto('search/?q=因果掩码');
  await expect(page.locator('[data-state="failed"] [data-result]').first()).toBeVisible({ timeout: 30_000 });
});

test('without any index the page says so, shows the contents and tries again', async ({ page }) => {
  await page.route('**/search-index.json', (route) => route.fulfill({ status: 404, body: 'not here' }));
  await page.goto('search/?q=因果掩码');
  await expect(page.locator('.search-failure')).toContainText('搜索索引没有加载成功');
  await expect(page.getByRole('heading', { name: '全书的章与节' })).toBeVisible();
  await page.unroute('**/search-index.json');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
});

test('without the list of sections, too, titles answer', async ({ page }) => {
  await page.route('**/guide.json*', (route) => route.fulfill({ status: 404, body: 'not here' }));
  await page.goto('search/?q=因果掩码');
  await expect(page.locator('[data-state="failed"] [data-result]').first()).toBeVisible({ timeout: 30_000 });
});

for (const held of ['{{{', '[1, null, {}]', 'null']) {
  test(`a corrupt memory (${held}) harms nothing`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript((value) => { localStorage.setItem('search:recent', value); }, held);
    await page.goto('search/');
    await page.locator(field).fill('束搜索');
    await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
    expect(errors).toEqual([]);
  });
}

test('a browser without storage searches all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  await page.goto('search/?q=束搜索');
  await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
});
