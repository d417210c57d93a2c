import { chapters, pages } from './pages.ts';
import { expect, test } from './watch.ts';

const chapter = 'llm/transformer/self-attention/';

test('a reader walks from the home page to a chapter, a section and the next chapter', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: '大模型' }).first().click();
  await expect(page).toHaveURL(/\/llm\/$/);
  await page.getByRole('main').getByRole('link', { name: '自注意力机制解析' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('自注意力机制解析');
  const toc = page.getByRole('navigation', { name: '本章目录' });
  await toc.getByRole('link').nth(3).click();
  await expect(page).toHaveURL(/#/);
  await expect(toc.locator('[aria-current]')).toHaveCount(1);
  const next = page.getByRole('link', { name: /下一章/ });
  await next.click();
  await expect(page).not.toHaveURL(/self-attention/);
});

test('the table of contents follows the reading position', async ({ page }) => {
  await page.goto(chapter);
  const toc = page.getByRole('navigation', { name: '本章目录' });
  for (const index of [2, 3, 1]) {
    const heading = page.locator('.prose h2').nth(index);
    await heading.evaluate((element) => element.scrollIntoView());
    const id = await heading.getAttribute('id');
    await expect(toc.locator(`a[href="#${id ?? ''}"]`)).toHaveAttribute('aria-current', 'location');
    await expect(toc.locator('[aria-current]')).toHaveCount(1);
  }
});

for (const path of pages) {
  test(`/${path} is silent, complete and stays within a phone's width`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await page.locator('.katex-error').count()).toBe(0);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
}

/** Of a thousand display formulas as many may need to be pushed sideways on a phone; the others fit. */
const scrolledPerThousand = 100;

test('every display formula of every chapter is whole or scrolls by itself on a phone, and few need to', async ({ page }) => {
  test.setTimeout(30_000 + 8_000 * chapters.length);
  await page.setViewportSize({ width: 360, height: 740 });
  const scrolled: string[] = [];
  let count = 0;
  for (const path of chapters) {
    await page.goto(path);
    const found = await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return [...document.querySelectorAll('.katex-display')].map((formula) => {
        const scroller = formula.closest('.equation-body');
        const scrolls = scroller !== null && getComputedStyle(scroller).overflowX !== 'visible';
        return {
          cut: formula.getBoundingClientRect().right > innerWidth + 1 && !scrolls,
          wide: scroller !== null && scroller.scrollWidth > scroller.clientWidth + 1,
          text: formula.querySelector('.katex-html')?.textContent?.slice(0, 40) ?? '',
        };
      });
    });
    expect(found.filter(({ cut }) => cut), path).toEqual([]);
    count += found.length;
    scrolled.push(...found.filter(({ wide }) => wide).map(({ text }) => `${path} ${text}`));
  }
  test.info().annotations.push({ type: 'scrolled', description: `${scrolled.length} of ${count}` });
  console.log(`${scrolled.length} of ${count} display formulas scroll at 360 px`);
  expect(scrolled.length, scrolled.join('\n')).toBeLessThanOrEqual(count * scrolledPerThousand / 1000);
});

test('subscripts are smaller than their base: markup and styles of KaTeX are of one version', async ({ page }) => {
  await page.goto(chapter);
  const ratio = await page.locator('.katex-sizing.size3, .sizing.size3').first().evaluate((small) => {
    const whole = small.closest('.katex');
    return whole === null ? 1 : Number.parseFloat(getComputedStyle(small).fontSize) / Number.parseFloat(getComputedStyle(whole).fontSize);
  });
  expect(ratio).toBeCloseTo(0.7, 1);
});

test('the dark switch holds across pages, without a flash, and system can be had back', async ({ page }) => {
  await page.goto(chapter);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.locator('theme-switch button');
  for (let press = 0; press < 3 && (await page.evaluate(() => document.documentElement.dataset.theme)) !== 'dark'; press += 1) await button.click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto('llm/transformer/masks/', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.waitForLoadState();
  expect(await paper()).toBe(dark);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  expect(await paper()).toBe(light);
});

test('without JavaScript text, formulas, contents, figures and answers are all there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto(chapter);
  await expect(page.locator('.prose .katex').first()).toBeVisible();
  await expect(page.locator('figure.figure svg').first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: '本章目录' }).getByRole('link').first()).toBeVisible();
  await expect(page.locator('.code-copy').first()).toBeHidden();
  const answer = page.locator('details.answer').first();
  await answer.locator('summary').click();
  await expect(answer.locator('p').first()).toBeVisible();
  await context.close();
});

test('print shows text and sources, and no navigation', async ({ page }) => {
  await page.goto(chapter);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('section.sources')).toBeVisible();
  for (const name of ['全书', '本章目录']) await expect(page.locator(`nav[aria-label="${name}"]`)).toBeHidden();
});

test('the copy button copies code alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(chapter);
  const figure = page.locator('figure.code[data-language="python"]').first();
  const code = (await figure.locator('pre').first().textContent()) ?? '';
  await figure.locator('.code-copy').click();
  await expect(figure.locator('.code-copy')).toContainText('已复制');
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(code.trim());
});

test('a term and a citation explain themselves in place, and Escape closes the card', async ({ page }) => {
  await page.goto(chapter);
  for (const kind of ['a.term', 'a.cite']) {
    const link = page.locator(`.prose ${kind}`).first();
    await link.focus();
    const card = page.locator('.card:visible, [popover].card:popover-open').first();
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await link.blur();
  }
});

test('the skip link is the first stop and leads to the text', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('跳到正文');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('arrow keys lead to the neighbouring chapter, but not from within something that scrolls', async ({ page }) => {
  await page.goto('llm/transformer/masks/');
  await page.locator('.prose pre').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/masks/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/masks/);
});

test('a chapter that was ticked shows its tick in the outline after a reload', async ({ page }) => {
  await page.goto(chapter);
  const tick = page.getByRole('button', { name: /读到这里/ });
  await tick.click();
  await expect(tick).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.getByRole('button', { name: /读到这里/ })).toHaveAttribute('aria-pressed', 'true');
});

test('the plan of fifteen days is ticked off where it stands, and says what is left', async ({ page }) => {
  await page.goto('python/');
  const left = page.locator('.plan-left');
  const opening = await left.textContent() ?? '';
  expect(opening).toMatch(/^\d+ 天，只读正文共约/);
  const days = page.locator('.plan').getByRole('button', { name: /第 \d+ 天/ });
  const count = await days.count();
  await days.first().click();
  await expect(days.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(left).toContainText(`读完 1 天，还有 ${count - 1} 天`);
  await page.reload();
  await expect(left).toContainText('读完 1 天');
  await page.getByRole('link', { name: /^Day01/ }).first().click();
  await expect(page.getByRole('button', { name: /读到这里/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('python/');
  await days.first().click();
  await expect(left).toHaveText(opening);
});

test('blocked or corrupt storage harms nothing', async ({ page }) => {
  await page.addInitScript(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"');
    localStorage.setItem('theme', '"]\'x<');
    Storage.prototype.getItem = () => { throw new Error('blocked'); };
    Storage.prototype.setItem = () => { throw new Error('blocked'); };
  });
  await page.goto(chapter);
  await page.locator('theme-switch button').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an odd hash in the address is ignored', async ({ page }) => {
  for (const hash of ['#%E0%A4%A', "#1\"]'x", '#<img src=x onerror=alert(1)>']) {
    await page.goto(`${chapter}${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('nothing moves while a chapter loads', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = { value: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.value += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(chapter, { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => (window as unknown as { shifts: { value: number } }).shifts.value)).toBeLessThan(0.01);
});

test('an unknown address gets a helpful page', async ({ page }) => {
  const response = await page.goto('no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页不存在');
  await expect(page.getByRole('link', { name: /大模型/ }).first()).toBeVisible();
});

test('on a phone the sheet of the book opens at the chapter that is read', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 500 });
  await page.goto('python/day15-capstone/');
  await page.getByRole('button', { name: '全书' }).click();
  await expect(page.locator('#outline [aria-current="page"]')).toBeInViewport();
});

test('formulas that are out of sight are in the accessibility tree, as MathML', async ({ page }) => {
  await page.goto(chapter);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const seen = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'MathMLMath').length;
  expect(seen).toBe(await page.locator('math').evaluateAll((all) => all.filter((math) => math.checkVisibility()).length));
});
