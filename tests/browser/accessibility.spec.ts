import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { kinds, pages } from './pages.ts';
import { expect, test } from './watch.ts';

interface Mode {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly forcedColors?: 'active';
}

/** Every page is looked at in these. */
const main: readonly Mode[] = [
  { name: 'light at 1280 px', colorScheme: 'light', width: 1280 },
  { name: 'dark at 320 px', colorScheme: 'dark', width: 320 },
];
/** One page of each kind also in these; `FULL=1` looks at every page in all. */
const further: readonly Mode[] = [
  { name: 'dark at 1280 px', colorScheme: 'dark', width: 1280 },
  { name: 'light at 320 px', colorScheme: 'light', width: 320 },
  { name: 'forced colours', colorScheme: 'dark', width: 1280, forcedColors: 'active' },
];
const missing = 'no-such-page/';

async function enter(page: Page, { colorScheme, width, forcedColors = null as never }: Mode, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.setViewportSize({ width, height: 800 });
  await page.goto(path);
}

for (const mode of [...main, ...further]) {
  const paths = main.includes(mode) || process.env.FULL === '1' ? pages : kinds;
  for (const path of [...paths, missing]) {
    test(`/${path} has no accessibility violation, ${mode.name}`, async ({ page }) => {
      test.slow();
      await enter(page, mode, path);
      expect(await violations(page)).toEqual([]);
    });
  }
  test(`the search dialog with results has no accessibility violation, ${mode.name}`, async ({ page }) => {
    test.slow();
    await enter(page, mode, '');
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open] [role="combobox"]').fill('注意力');
    await expect(page.locator('dialog[open] [data-result]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('in forced colours every control still shows a border or words', async ({ page }) => {
  for (const path of kinds) {
    await enter(page, { name: '', colorScheme: 'dark', width: 1280, forcedColors: 'active' }, path);
    const bare = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, input, select')].filter((control) => {
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
      const bordered = (element: Element | null): boolean => {
        if (element === null) return false;
        const { borderBlockEndWidth: size, borderBlockEndStyle: style } = getComputedStyle(element);
        return style !== 'none' && size !== '0px';
      };
      const drawn = control.matches('[type="checkbox"], [type="radio"], [type="range"]') || control.innerText.trim() !== '';
      return !drawn && !bordered(control) && !(control.matches('input') && bordered(control.closest('form')));
    }).map((control) => control.outerHTML.slice(0, 120)));
    expect(bare, path).toEqual([]);
  }
});

/** WCAG 1.4.10 and 1.4.12: 1280 × 1024 px at 400 %, with the spacing that readers may set. */
test('at 400 % with wide text spacing no page scrolls sideways, and what sticks leaves room to read', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of [...kinds, missing]) {
    await page.goto(path);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
      document.adoptedStyleSheets = [sheet];
      scrollTo(0, 600);
    });
    const { width, stuck } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      stuck: [...document.querySelectorAll('body *')].filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))
        .map((element) => element.getBoundingClientRect())
        .reduce((sum, { top, bottom, width: wide }) => sum + (wide > 160 ? Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) : 0), 0),
    }));
    expect(width, path).toBeLessThanOrEqual(320);
    expect(stuck, path).toBeLessThanOrEqual(64);
  }
});

interface Walk {
  readonly stops: number;
  /** Stops beyond what one figure may ask of a reader who only wants to pass it. */
  readonly long: readonly string[];
  readonly unseen: readonly string[];
  readonly backwards: readonly string[];
  readonly ended: boolean;
}

/** Tabs through the page until the focus leaves it; the page itself notes every stop. */
async function walk(page: Page, figureStops: number): Promise<Walk> {
  await page.evaluate(() => {
    const stops: HTMLElement[] = [];
    const unseen: string[] = [];
    const aside = new Set<HTMLElement>();
    Object.assign(window, { stops, unseen, aside });
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
      stops.push(target as HTMLElement);
      // A card stands at the end of the page and is reached from its link.
      if (target.closest('[popover]') !== null) aside.add(target as HTMLElement);
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      // A cell of a figure and the line below a search field are painted in the place of a ring.
      const cell = target.querySelector(':scope > .fig-cell');
      const ring = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1)
        || (cell !== null && Number.parseFloat(getComputedStyle(cell).strokeWidth) >= 3)
        || target.matches('.search-form:focus-within > input');
      const { width, height, bottom, top } = target.getBoundingClientRect();
      if (!ring || width < 1 || height < 1 || bottom < 0 || top > innerHeight) unseen.push(target.outerHTML.slice(0, 140));
    });
  });
  const left = (): Promise<boolean> => page.evaluate(() => document.activeElement === document.body);
  let pressed = 0;
  do {
    for (let key = 0; key < 10; key += 1) await page.keyboard.press('Tab');
    pressed += 10;
  } while (pressed < 2000 && !(await page.evaluate(() => {
    const { stops } = window as unknown as { stops: HTMLElement[] };
    return stops.length > new Set(stops).size;
  })) && !(await left()));
  return page.evaluate((most) => {
    const { stops, unseen, aside } = window as unknown as { stops: HTMLElement[]; unseen: string[]; aside: Set<HTMLElement> };
    const again = stops.findIndex((stop, index) => stops.indexOf(stop) < index);
    const round = again === -1 ? stops : stops.slice(0, again);
    // A page that puts the focus into its field is entered there.
    const top = Math.max(0, round.findIndex((stop) => stop.matches('.skip-link')));
    const lap = [...round.slice(top), ...round.slice(0, top)];
    const ordered = lap.filter((stop) => !aside.has(stop));
    const perFigure = Map.groupBy(lap, (stop) => stop.closest('figure.figure')?.id ?? '');
    return {
      stops: lap.length,
      long: [...perFigure].filter(([id, list]) => id !== '' && list.length > most).map(([id, list]) => `${id}: ${list.length}`),
      unseen,
      backwards: ordered.filter((stop, index) => index > 0 && ((ordered[index - 1]?.compareDocumentPosition(stop) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
        .map((stop) => stop.outerHTML.slice(0, 140)),
      ended: lap.some((stop) => stop.closest('footer') !== null),
    };
  }, figureStops);
}

for (const path of [...kinds, missing]) {
  test(`the keyboard walks through /${path}: in order, always seen, never trapped`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const { stops, long, unseen, backwards, ended } = await walk(page, 20);
    test.info().annotations.push({ type: 'stops', description: String(stops) });
    expect({ long, unseen, backwards, ended }).toEqual({ long: [], unseen: [], backwards: [], ended: true });
  });
}

test('the open search dialog keeps the focus and gives it back', async ({ page }) => {
  await page.goto('');
  await page.locator('a.search-open').focus();
  await page.keyboard.press('Control+k');
  const inside = page.locator('dialog[open]:focus-within');
  await page.locator('dialog[open] [role="combobox"]').fill('注意力');
  await expect(page.locator('dialog[open] [data-result]').first()).toBeVisible();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null);
    expect(outside).toBe(false);
  }
  await page.locator('dialog[open] [role="combobox"]').focus();
  await expect(inside).toHaveCount(1);
  for (const count of [0, 1]) {
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(1 - count);
  }
  await expect(page.locator('a.search-open')).toBeFocused();
});

test('nothing moves by itself for readers who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of kinds) {
    await page.goto(path);
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState, timeline }) => playState === 'running' && timeline === document.timeline).length), path).toBe(0);
  }
});
