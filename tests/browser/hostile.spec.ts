import type { Page } from '@playwright/test';
import { kinds } from './pages.ts';
import { expect, test } from './watch.ts';

const script = 'window.broken=1';
/** What readers, and those who mean no good, write into fields and addresses. */
const strings: readonly string[] = [
  // markup and scripts
  `<script>${script}</script>`, `"><script>${script}</script>`, `</title><script>${script}</script>`, `<img src=x onerror=${script}>`, `"><img src=x onerror=${script}>`,
  `<svg onload=${script}>`, `<svg/onload=${script}//`, `<body onload=${script}>`, `<iframe src="javascript:${script}">`, `<a href="javascript:${script}">x</a>`,
  `javascript:${script}`, `JaVaScRiPt:${script}`, `data:text/html,<script>${script}</script>`, `<details open ontoggle=${script}>`, `<input autofocus onfocus=${script}>`,
  `<math><mtext></mtext><mglyph><style><img src=x onerror=${script}></style></math>`, `<template><script>${script}</script></template>`, '<mark>', '</mark>', '<!--', '-->', '<![CDATA[',
  `' onmouseover='${script}`, `" onfocus="${script}" autofocus="`, '\';alert(1);//', '"-alert(1)-"', '`${alert(1)}`', '{{7*7}}', '${7*7}', '<%= 7*7 %>', '#{7*7}', '{{constructor.constructor("return 1")()}}',
  // words of languages and stores
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype.polluted', 'undefined', 'null', 'NaN', 'true', '0', '-1', '1e309',
  "'; DROP TABLE chapters; --", "' OR '1'='1", '$where', '../../../etc/passwd', '..%2f..%2f', 'file:///etc/passwd', '//example.org', 'http://example.org/',
  // patterns, selectors and encodings
  '.*', '(a+)+$', '[', '(', '\\', '*', '?', '^$', '[^', '#main', '"]', "1\"]'x", '%', '%E0%A4%A', '%00', '%u0041', '&lt;script&gt;', '&#60;script&#62;', '+', '&q=x', 'a&b=c#d',
  // characters
  '\u0000', '\u0007', '\u001B[31m', '\u202E掩码', '\u2066x\u2069', '\u200B', '\uFEFF', '\uFFFD', '\uD800', '𠮷', '👩‍👩‍👧‍👦', 'e\u0301\u0301\u0301', 'ﷺ', '\u0300'.repeat(80), 'İstanbul', '\t\n\r', '　　',
  // lengths
  '长'.repeat(5_000), 'a '.repeat(2_000), '('.repeat(3_000), '"'.repeat(199), ' ',
];

const unharmed = (page: Page): Promise<boolean> => page.evaluate(() => !('broken' in window) && !('polluted' in {}) && document.querySelectorAll('main script:not([src], [type]), main iframe, [onerror], [onload], [onfocus], [href^="javascript"]').length === 0);

test('hostile strings in the search field are looked for as text', async ({ page }) => {
  test.slow();
  expect(new Set(strings).size).toBeGreaterThanOrEqual(60);
  await page.goto('search/');
  const field = page.locator('[data-search-page] input[name="q"]');
  for (const text of strings) {
    await field.fill(text);
    await expect(page.locator('.search-results'), JSON.stringify(text.slice(0, 40))).toHaveAttribute('data-state', /idle|done|failed/, { timeout: 20_000 });
    expect(await unharmed(page), JSON.stringify(text.slice(0, 40))).toBe(true);
  }
  await field.fill('束搜索');
  await expect(page.locator('[data-state="done"] [data-result]').first()).toBeVisible();
});

test('hostile strings in the address of a search are looked for as text', async ({ page }) => {
  test.slow();
  for (const text of strings.filter(({ length }, index) => length <= 200 && index % 3 === 0)) {
    const told = JSON.stringify(text.slice(0, 40));
    await page.goto(`search/?q=${encodeURIComponent(text.toWellFormed())}&part=${encodeURIComponent(text.toWellFormed())}`);
    await expect(page.locator('.search-results'), told).toHaveAttribute('data-state', /idle|done|failed/, { timeout: 20_000 });
    expect(await unharmed(page), told).toBe(true);
  }
});

test('queries that are no well-formed text are answered too', async ({ page }) => {
  for (const query of ['?q=%', '?q=%E0%A4%A', '?q=%00', '?q', '?q=a&q=b', '?q[]=a', '?hl=%', '?=', `?q=${'%25'.repeat(900)}`]) {
    await page.goto(`search/${query}`);
    await expect(page.locator('.search-results'), query).toHaveAttribute('data-state', /idle|done|failed/, { timeout: 20_000 });
  }
});

test('hostile strings behind the # and as words to mark leave a chapter whole', async ({ page }) => {
  test.slow();
  const path = 'llm/transformer/self-attention/';
  await page.goto(path);
  for (const text of strings.filter(({ length }) => length <= 200)) {
    const well = text.toWellFormed();
    for (const hash of [well, encodeURIComponent(well)]) await page.evaluate((value) => { location.hash = value; }, hash);
    expect(await unharmed(page), JSON.stringify(text)).toBe(true);
  }
  for (const text of strings.filter(({ length }) => length <= 200).filter((_text, index) => index % 4 === 0)) {
    await page.goto(`${path}?hl=${encodeURIComponent(text.toWellFormed())}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await unharmed(page), JSON.stringify(text)).toBe(true);
  }
});

const faults: Readonly<Record<string, () => void>> = {
  'corrupt values': () => {
    const broken = '{"';
    for (const key of ['theme', 'outline', 'search:recent', 'read-chapters', 'last-place']) {
      localStorage.setItem(key, broken);
      sessionStorage.setItem(key, broken);
    }
  },
  'values of another shape': () => {
    for (const store of [localStorage, sessionStorage]) {
      for (const key of ['theme', 'outline', 'search:recent', 'read-chapters', 'last-place']) store.setItem(key, '[{"id":null},7,"<img src=x onerror=window.broken=1>"]');
    }
  },
  'a full store': () => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  },
  'no store at all': () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  },
};

for (const [name, fault] of Object.entries(faults)) {
  test(`${name}: every kind of page stands and its controls answer`, async ({ page }) => {
    test.slow();
    await page.addInitScript(fault);
    for (const path of kinds) {
      await page.goto(path);
      await page.locator('theme-switch button').first().click();
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      expect(await unharmed(page), path).toBe(true);
    }
  });
}
