import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { pages } from './pages.ts';
import { expect, test } from './watch.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line per offending element: rule and selector. Axe is evaluated into the page, which a strict policy allows. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(
    (values) => (window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } })
      .axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    tags,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const modes = [
  { name: 'light at 1280 px', colorScheme: 'light', width: 1280 },
  { name: 'dark at 320 px', colorScheme: 'dark', width: 320 },
] as const;

for (const { name, colorScheme, width } of modes) {
  for (const path of [...pages, 'no-such-page/']) {
    test(`/${path} has no accessibility violation, ${name}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('the search dialog with results has no accessibility violation', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] input[name="q"], dialog[open] [role="combobox"]').first().fill('注意力');
  await expect(page.locator('dialog[open] [data-result]').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
