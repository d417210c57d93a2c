import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';

const names = readdirSync('src/figures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit' && readdirSync(`src/figures/${entry.name}`).includes('element.ts'))
  .map(({ name }) => name);

async function open(page: Page, name: string, address = 'figures/'): Promise<Locator> {
  await page.goto(address);
  const lab = page.locator(`figure-lab[data-figure="${name}"]`);
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-live', '');
  return lab;
}

const state = async (lab: Locator): Promise<Record<string, unknown>> =>
  JSON.parse(await lab.getAttribute('data-state') ?? 'null') as Record<string, unknown>;

/** The drawing as tags, words and attributes in a fixed order, without what the script adds. */
function drawn(lab: Locator): Promise<string[]> {
  return lab.locator('.lab-stage *').evaluateAll((nodes) => nodes.map((node) => {
    const attributes = [...node.attributes].filter(({ name }) => !/^(?:tabindex|role|aria-.*)$/.test(name)).map(({ name, value }) => `${name}=${value}`);
    return [node.nodeName, ...attributes.sort(), node.children.length === 0 ? node.textContent : ''].join(' ');
  }));
}

/** Uses one control as a reader without a mouse does. */
async function byKeyboard(lab: Locator, control: Locator): Promise<void> {
  const type = await control.getAttribute('type');
  if (type === 'range') {
    const before = await lab.getAttribute('data-state');
    await control.focus();
    await control.press('ArrowRight');
    if (await lab.getAttribute('data-state') === before) await control.press('ArrowLeft');
  } else if (await control.evaluate((node) => node.nodeName) === 'SELECT') {
    await control.focus();
    await control.press('ArrowDown');
  } else await control.press(type === null || type === 'button' ? 'Enter' : 'Space');
}

/** Uses one control with a pointer: a press in its middle, at one of the ends of a slider, on the words of a choice. */
async function byPointer(lab: Locator, control: Locator): Promise<void> {
  const type = await control.getAttribute('type');
  if (type === 'range') {
    const before = await lab.getAttribute('data-state');
    const { width, height } = await control.boundingBox() ?? { width: 0, height: 0 };
    await control.click({ position: { x: width - 4, y: height / 2 } });
    if (await lab.getAttribute('data-state') === before) await control.click({ position: { x: 4, y: height / 2 } });
  } else if (await control.evaluate((node) => node.nodeName) === 'SELECT') {
    await control.selectOption({ index: 1 });
  } else if (type === 'radio' || type === 'checkbox') await control.locator('xpath=ancestor::label').click();
  else await control.click();
}

/** A control that changes the state, whatever the figure has. */
async function changeSomething(lab: Locator, use: (lab: Locator, control: Locator) => Promise<void>): Promise<void> {
  const before = await lab.getAttribute('data-state');
  const candidates = lab.locator('.lab-controls :is(input[type="range"], input[type="checkbox"], input[type="radio"]:not(:checked), select, button), .lab-stage [data-act], .lab-player button');
  for (let index = 0; index < await candidates.count(); index += 1) {
    const control = candidates.nth(index);
    // A switch without a box of its own is seen by its words.
    if (!await control.isVisible() || await control.getAttribute('aria-disabled') === 'true') continue;
    await use(lab, control);
    await lab.page().waitForTimeout(50);
    try {
      await expect(lab).not.toHaveAttribute('data-state', before ?? '', { timeout: 400 });
      return;
    } catch { /* the next one */ }
  }
  throw new Error('no control changes the state');
}

for (const name of names) {
  test.describe(name, () => {
    test('changes by keyboard, says so, keeps the focus, and goes back', async ({ page }) => {
      const lab = await open(page, name);
      const opening = await lab.getAttribute('data-state') ?? '';
      const picture = await drawn(lab);
      await changeSomething(lab, byKeyboard);
      expect(await lab.evaluate((node) => node.contains(document.activeElement))).toBe(true);
      // What no longer acts is no longer a button.
      for (const press of ['End', 'Home']) if (await lab.locator('.lab-timeline input').count() > 0) await lab.locator('.lab-timeline input').press(press);
      await expect(lab.locator('.lab-stage [role="button"]:not([data-act], [data-drag])')).toHaveCount(0);
      await lab.getByRole('button', { name: '复位' }).click();
      await expect(lab).toHaveAttribute('data-state', opening);
      expect(await drawn(lab)).toEqual(picture);
    });

    test('changes by pointer and is shared by a link, and a damaged link is ignored', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const lab = await open(page, name);
      const opening = await lab.getAttribute('data-state') ?? '';
      await changeSomething(lab, byPointer);
      const changed = await lab.getAttribute('data-state') ?? '';
      await lab.getByRole('button', { name: '分享' }).click();
      await expect(lab.getByRole('status')).toContainText('链接已复制');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toContain(`#${name}~`);
      await page.goto('about:blank');
      await page.goto(link);
      await expect(lab).toHaveAttribute('data-state', changed);
      await expect(lab).toBeInViewport();
      await page.goto('about:blank');
      await page.goto(link.replace('%7B', '%5B'));
      await expect(lab).toHaveAttribute('data-live', '');
      await expect(lab).toHaveAttribute('data-state', opening);
    });

    test('fits a phone, with targets for a finger', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, ...(baseURL === undefined ? {} : { baseURL }) });
      const page = await context.newPage();
      const lab = await open(page, name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
      const small = await lab.locator('[data-act], [data-drag]').evaluateAll((nodes) => nodes
        .filter((node) => node.getClientRects().length > 0 && !node.matches('input[type="radio"], input[type="checkbox"]'))
        // A map of hundreds of cells is read with its sliders; touching it is a short cut.
        .filter((node) => (node.closest('[data-cells]')?.querySelectorAll('[data-cell]').length ?? 0) <= 64)
        .map((node) => ({ act: node.getAttribute('data-act') ?? node.getAttribute('data-drag'), box: node.getBoundingClientRect() }))
        // A target may be smaller when a circle of 24 px round its middle touches no other: stations of a route, say.
        .filter(({ box }, index, all) => (box.width < 23.5 || box.height < 23.5) && all.some((other, place) => place !== index
          && Math.hypot(other.box.x + other.box.width / 2 - box.x - box.width / 2, other.box.y + other.box.height / 2 - box.y - box.height / 2) < 23.5))
        .map(({ act, box }) => `${act} ${Math.round(box.width)}×${Math.round(box.height)}`));
      expect(small).toEqual([]);
      // Where lines cross, the middle of one may belong to the other; a frame or a word must not swallow a press.
      const covered = await lab.locator('.lab-stage :is([data-act], [data-drag])').evaluateAll((nodes) => nodes.flatMap((node) => {
        node.scrollIntoView({ block: 'center' });
        const { x, y, width: w, height: h } = node.getBoundingClientRect();
        const hit = document.elementFromPoint(x + w / 2, y + h / 2);
        return hit?.closest('.lab-stage [data-act], .lab-stage [data-drag]') ? [] : [`${node.getAttribute('data-act')} under ${hit?.outerHTML.slice(0, 60)}`];
      }));
      expect(covered).toEqual([]);
      await context.close();
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every figure shows its first frame and nothing dead', async ({ page }) => {
    await page.goto('figures/');
    const labs = page.locator('figure-lab');
    expect(await labs.count()).toBe(names.length);
    for (const lab of await labs.all()) {
      await expect(lab.locator('.lab-stage :is(svg, table)').first()).toBeVisible();
      await expect(lab.locator('.lab-said')).not.toBeEmpty();
      await expect(lab.locator('.lab-panel')).toBeHidden();
      expect(await lab.locator('.lab-stage [tabindex], .lab-stage [role="button"]').count()).toBe(0);
    }
  });
});

test('a page without figures loads no figure script', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()); });
  await page.goto('about/', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\/(?:lab|loader|element)\./.test(url))).toEqual([]);
});

test('a figure far below the window waits for the reader', async ({ page }) => {
  await page.goto('llm/transformer/self-attention/');
  await page.waitForTimeout(300);
  const last = page.locator('figure-lab[data-figure="softmax-saturation"]');
  await expect(last).not.toHaveAttribute('data-live', '');
  await last.scrollIntoViewIfNeeded();
  await expect(last).toHaveAttribute('data-live', '');
});

test('the room of the controls is kept: their arrival moves nothing', async ({ page }) => {
  await page.goto('figures/');
  const lab = page.locator('figure-lab').first();
  const heightOf = async (): Promise<number> => (await lab.boundingBox())?.height ?? 0;
  const before = await heightOf();
  await expect(lab).toHaveAttribute('data-live', '');
  expect(await heightOf()).toBe(before);
});

test.describe('the attention calculator', () => {
  const address = 'llm/transformer/self-attention/';

  test('unfolds the arithmetic of a cell that is pressed', async ({ page }) => {
    const lab = await open(page, 'attention-steps', address);
    await lab.locator('[data-act="pick:7,2,1"]').click();
    await expect(lab.getByRole('status')).toHaveText('「自然语言处理」看「爱」的分数 = 1×1 + 1×0 = 1。');
    expect(await state(lab)).toMatchObject({ focus: 2 });
  });

  test('is walked with the arrow keys, one stop of Tab for a matrix, and edited with + and −', async ({ page }) => {
    const lab = await open(page, 'attention-steps', address);
    const grid = lab.getByRole('group', { name: '输入 X', exact: true });
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await state(lab)).toMatchObject({ picked: { matrix: 'X', row: 1, column: 1 } });
    await page.keyboard.press('+');
    expect(await state(lab)).toMatchObject({ inputs: [[1, 0], [0, 1.5], [1, 1]] });
    await expect(grid.locator(':focus')).toHaveAttribute('aria-label', '「爱」的输入第 2 维，1.5');
    await expect(lab.getByRole('status')).toHaveText('「爱」的输入第 2 维是 1.5，可以改。');
  });

  test('takes a typed number within its range', async ({ page }) => {
    const lab = await open(page, 'attention-steps', address);
    await lab.locator('[data-act="pick:1,0,0"]').click();
    const field = lab.getByRole('spinbutton');
    await field.fill('9');
    await field.press('Enter');
    expect(await state(lab)).toMatchObject({ queryWeights: [[4, 0], [0, 1]] });
    await expect(field).toBeFocused();
  });

  test('shows what scaling changes', async ({ page }) => {
    const lab = await open(page, 'attention-steps', address);
    await lab.locator('[data-act="pick:8,2,2"]').click();
    await lab.getByLabel('分数除以 √d_k').uncheck();
    await expect(lab.getByRole('status')).toContainText('= 0.576。');
  });
});

test('the slider of the key dimension saturates the softmax', async ({ page }) => {
  const lab = await open(page, 'softmax-saturation', 'llm/transformer/self-attention/');
  await lab.getByLabel('末行先除以 √d_k').uncheck();
  await expect(lab.getByRole('status')).toHaveText('末行不缩放：键维 64 时权重 0.9997、0.000、0.000，最大导数 0.00034。');
  await lab.getByLabel('末行的键维').fill('2');
  await expect(lab.getByRole('status')).toContainText('键维 4 时权重 0.864、0.117、0.019');
});

test('the mask laboratory shows NaN where a row has no key', async ({ page }) => {
  const lab = await open(page, 'mask-grid', 'llm/transformer/masks/');
  const first = lab.locator('[data-act="cell:0,0"]');
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.locator('svg')).toContainText('NaN');
  await lab.getByText('−10⁹', { exact: true }).click();
  await expect(lab.getByRole('status')).toContainText('被挡的格子仍分到 1.000 的权重');
  await lab.getByText('fp16', { exact: true }).click();
  await expect(lab.getByRole('status')).toContainText('−65504');
});

test('the patterns follow the length of the sentence', async ({ page }) => {
  const lab = await open(page, 'mask-patterns', 'llm/transformer/masks/');
  await lab.getByLabel('词数').fill('16');
  await expect(lab.getByRole('status')).toContainText('因果 136 格');
  await lab.getByLabel('看第几行').fill('3');
  await expect(lab.getByRole('status')).toContainText('第 3 行看得见几个键：全可见 16');
});

test('the shift player steps by button, slider and keys, and shows a leak', async ({ page }) => {
  const lab = await open(page, 'shift-right', 'llm/transformer/masks/');
  await lab.getByRole('button', { name: '下一步' }).click();
  await expect(lab.getByRole('status')).toHaveText('位置 1 看见 ⟨start⟩，要答 I，答案不在其中。');
  await page.keyboard.press('ArrowRight');
  expect(await state(lab)).toMatchObject({ position: 2 });
  await page.keyboard.press('End');
  expect(await state(lab)).toMatchObject({ position: 4 });
  await expect(lab.getByRole('button', { name: '下一步' })).toBeFocused();
  await lab.getByRole('checkbox', { name: '因果掩码' }).uncheck();
  await lab.getByLabel('步骤').fill('0');
  await expect(lab.getByRole('status')).toHaveText('4 道题里有 3 道看得到自己的答案（红框）。');
  await lab.getByLabel('译文（一到三个词）').fill('hello world');
  await page.keyboard.press('Enter');
  expect(await state(lab)).toMatchObject({ sequence: ['⟨start⟩', 'hello', 'world', '⟨end⟩'], position: 0 });
});

test('a player runs to its end and stops', async ({ page }) => {
  const lab = await open(page, 'shift-right');
  await lab.getByLabel('速度').selectOption('快');
  await lab.getByRole('button', { name: '播放' }).click();
  await expect(lab.getByRole('button', { name: '暂停' })).toBeVisible();
  await expect(lab.getByRole('button', { name: '播放' })).toBeVisible({ timeout: 6000 });
  expect(await state(lab)).toMatchObject({ position: 4 });
});

test.describe('for a reader who wants less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a player lays out all its frames instead', async ({ page }) => {
    const lab = await open(page, 'shift-right');
    await expect(lab.getByRole('button', { name: '播放' })).toBeHidden();
    await lab.getByRole('button', { name: '摊开各步' }).click();
    await expect(lab.locator('.lab-frame')).toHaveCount(5);
    const ids = await lab.locator('[id]').evaluateAll((nodes) => nodes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a centre is dragged with the pointer and pushed with the arrow keys', async ({ page }) => {
  const lab = await open(page, 'k-means');
  const handle = lab.getByRole('button', { name: /^中心 1/ });
  const box = await handle.boundingBox();
  if (box === null) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await state(lab);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y - 30, { steps: 6 });
  await page.mouse.up();
  const dragged = await state(lab);
  expect(dragged.centers).not.toEqual(before.centers);
  await expect(handle).toBeFocused();
  await page.mouse.move(x - 200, y);
  expect(await state(lab)).toEqual(dragged);
  await page.keyboard.press('ArrowUp');
  const [[, high]] = dragged.centers as [[number, number]];
  const [[, higher]] = (await state(lab)).centers as [[number, number]];
  expect(higher).toBeCloseTo(high + 0.25, 6);
});

test('on paper the frame that is on show is printed, and no control', async ({ page }) => {
  const lab = await open(page, 'sort-player');
  await lab.getByRole('button', { name: '下一步' }).click();
  const said = await lab.getByRole('status').textContent();
  await page.emulateMedia({ media: 'print' });
  await expect(lab.locator('.lab-panel')).toBeHidden();
  await expect(lab.locator('svg')).toBeVisible();
  await expect(lab.locator('.lab-said')).toHaveText(said ?? '');
});

test('each figure has at most 12 KB of script, the translating Transformer 25 KB, its loader 1 KB', async ({ page }) => {
  const sizes = new Map<string, { readonly size: number; readonly text: string }>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    const body = await response.body();
    sizes.set(new URL(response.url()).pathname.replace(/^.*\//, ''), { size: gzipSync(body, { level: 9 }).length, text: body.toString() });
  });
  await page.goto('figures/', { waitUntil: 'networkidle' });
  for (const lab of await page.locator('figure-lab').all()) {
    await lab.scrollIntoViewIfNeeded();
    await expect(lab).toHaveAttribute('data-live', '');
  }
  await page.waitForLoadState('networkidle');
  /** A script and all that it imports at once; what it fetches later (`import(…)`) is not counted. */
  const needed = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name) || !sizes.has(name)) return seen;
    seen.add(name);
    for (const [, next = ''] of sizes.get(name)?.text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g) ?? []) needed(next, seen);
    return seen;
  };
  const weight = (names_: Iterable<string>): number => [...names_].reduce((sum, name) => sum + (sizes.get(name)?.size ?? 0), 0);
  const find = (pattern: RegExp): string => [...sizes.keys()].find((name) => pattern.test(name)) ?? '';
  expect(sizes.get(find(/^loader\./))?.size ?? Infinity).toBeLessThan(1024);
  const kit = needed(find(/^lab\./));
  for (const name of names) {
    const tag = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    const page_ = find(new RegExp(`^${tag}\\.astro`));
    const own = /import\(["'`]\.\/(element\.[\w-]+\.js)["'`]\)/.exec(sizes.get(page_)?.text ?? '')?.[1] ?? '';
    // Data files are not script; the helper of dynamic imports is on every page already, for its search.
    const all = new Set([...kit, ...needed(page_), ...needed(own)]
      .filter((file) => !file.startsWith('site.') && (sizes.get(file)?.size ?? 0) < 20_000));
    expect.soft(weight(all), `${name}: ${[...all].join(' ')}`).toBeLessThan((name === 'translation-pipeline' ? 25 : 12) * 1024);
    expect(own).not.toBe('');
  }
});

test.describe('the translating Transformer', () => {
  const address = 'llm/transformer/translation-walkthrough/';

  test('fetches its weights when the reader first acts, and opens every number', async ({ page }) => {
    const weights: string[] = [];
    page.on('request', (request) => { if (/weights\.[\w-]+\.(?:js|json)$/.test(request.url())) weights.push(request.url()); });
    const lab = await open(page, 'translation-pipeline', address);
    const early = weights.length;
    await lab.getByRole('button', { name: '交叉注意力，4 头 [2×32]' }).click();
    await expect(lab.getByRole('status')).toContainText('解码器第 1 层：交叉注意力，4 头，第 1 头的权重。<start> 看 我：q·k ÷ √8 =');
    expect(weights.length).toBeGreaterThan(early);
    await lab.getByRole('button', { name: /^<start> 看 爱/ }).click();
    await expect(lab.getByRole('status')).toContainText('<start> 看 爱');
    await lab.getByRole('button', { name: '末行 softmax [1×30]' }).click();
    await expect(lab.locator('svg')).toContainText('0.9996');
  });

  test('translates a sentence that the reader types', async ({ page }) => {
    const lab = await open(page, 'translation-pipeline', address);
    await lab.getByLabel('中文').fill('我们不爱数学');
    await page.keyboard.press('Enter');
    await expect(lab.getByRole('status')).toContainText('我们 不 爱 数学 → we do not love math（概率 0.99');
  });

  test('with a beam has as many sentences as it is wide; the leaky weights cannot write', async ({ page }) => {
    const lab = await open(page, 'translation-pipeline', address);
    await lab.getByText('束搜索', { exact: true }).click();
    await lab.getByText('4', { exact: true }).last().click();
    await expect.poll(async () => ((await lab.getByRole('status').textContent()) ?? '').split('；').length).toBe(4);
    await lab.getByLabel('权重').selectOption('训练时没有掩码');
    await expect(lab.getByRole('status')).not.toContainText('I love NLP（概率 0.99');
  });
});

test('the alignment grid shows any head of any layer', async ({ page }) => {
  const lab = await open(page, 'alignment-grid', 'llm/transformer/translation-walkthrough/');
  await lab.getByText('编码器', { exact: true }).click();
  await expect(lab.getByRole('status')).toContainText('编码器第 2 层自注意力，各头平均。');
  await lab.locator('[data-act="row:2"]').first().click();
  await expect(lab.getByRole('status')).toContainText('读 自然语言处理 时 我 0.');
});
