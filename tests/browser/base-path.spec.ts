import { expect, test } from './watch.ts';

test('every link of the home page and of a chapter works below a base path', async ({ page, baseURL, request }) => {
  const base = new URL(baseURL ?? '');
  for (const path of ['', 'llm/transformer/self-attention/']) {
    await page.goto(path);
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href));
    const own = [...new Set(links.filter((link) => new URL(link).origin === base.origin).map((link) => link.replace(/#.*/, '')))];
    expect(own.length).toBeGreaterThan(10);
    for (const link of own) {
      expect(new URL(link).pathname.startsWith(base.pathname), link).toBe(true);
      expect((await request.get(link)).status(), link).toBe(200);
    }
  }
});

test('a reader walks and searches below a base path', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: '大模型' }).first().click();
  await page.getByRole('main').getByRole('link', { name: '自注意力机制解析' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('自注意力机制解析');
  await page.goto('search/?q=掩码');
  await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
  await page.locator('[data-result]').first().click();
  await expect(page).toHaveURL(/\/daily-deeplearning\/llm\//);
});
