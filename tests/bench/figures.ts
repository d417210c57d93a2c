/**
 * `node tests/bench/figures.ts [folder]`: how smoothly the heaviest figures of a built site (by default `dist`) follow the
 * reader on a CPU that is slowed down four times. The reader does something in every frame, as while dragging a slider;
 * printed are the median and the 95th percentile of the time from one frame to the next. 60 frames a second are 16.7 ms.
 * The first line is the page left alone: when it is not 16.7 ms, the machine is busy and the rest says little.
 */
import { chromium, type Page } from '@playwright/test';
import { listen, siteServer } from '../../src/cli/serve.ts';
import { findBrowser } from '../browser/find-browser.ts';

const slowdown = 4;
const turns = 90;

interface Interaction {
  readonly figure: string;
  readonly name: string;
  /** What is pressed, one after another, or the slider that is moved; nothing for the page left alone. */
  readonly selector?: string;
}

const interactions: readonly Interaction[] = [
  { figure: 'position-dials', name: '不动' },
  { figure: 'position-dials', name: '拖滑块「位置 i」', selector: 'input[data-act="query"]' },
  { figure: 'position-dials', name: '走过点积矩阵', selector: '[data-act^="pair:"]' },
  { figure: 'translation-pipeline', name: '点各个步骤', selector: '.lab-stage [data-act]' },
  { figure: 'graph-walk', name: '拖时间轴', selector: 'input[data-act="lab-go"]' },
  { figure: 'float-bits', name: '翻位', selector: '[data-act^="bit:"]' },
];

/** Acts in each of `turns` frames; gives back the milliseconds between them. */
function play(page: Page, figure: string, selector: string | undefined): Promise<number[]> {
  return page.evaluate(([lab, selector, turns]) => new Promise<number[]>((resolve) => {
    const times: number[] = [];
    const act = (turn: number): void => {
      const parts = selector === undefined ? [] : [...document.querySelectorAll(`figure-lab[data-figure="${lab}"] ${selector}`)];
      const part = parts[turn % parts.length];
      if (part instanceof HTMLInputElement) {
        part.value = String(turn % (Number(part.max) + 1));
        part.dispatchEvent(new Event('input', { bubbles: true }));
      } else part?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    };
    const frame = (now: number): void => {
      times.push(now);
      if (times.length > turns) {
        resolve(times.slice(1).map((time, index) => time - (times[index] ?? time)));
        return;
      }
      act(times.length);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }), [figure, selector, turns] as const);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
}

const server = siteServer({ folder: process.argv[2] ?? 'dist', base: '/' });
const port = await listen(server, 0);
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const session = await page.context().newCDPSession(page);
  console.log(`CPU 放慢 ${slowdown} 倍，每帧一个动作，${turns} 帧\n中位 ms  95% ms  图与动作`);
  for (const { figure, name, selector } of interactions) {
    await page.goto(`http://127.0.0.1:${port}/figures/`);
    const lab = page.locator(`figure-lab[data-figure="${figure}"]`);
    await lab.scrollIntoViewIfNeeded();
    await lab.and(page.locator('[data-live]')).waitFor();
    await page.waitForLoadState('networkidle');
    // The first action may fetch data and compile code; what is measured is the moving after it.
    if (selector !== undefined) await lab.locator(selector).first().dispatchEvent(selector.startsWith('input') ? 'input' : 'click');
    await page.waitForTimeout(1000);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const times = await play(page, figure, selector);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    console.log(`${quantile(times, 0.5).padStart(7)} ${quantile(times, 0.95).padStart(7)}  ${figure}：${name}`);
  }
} finally {
  await browser.close();
  server.close();
}
