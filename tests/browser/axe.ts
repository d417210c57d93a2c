import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe leaves open, or takes for a violation (`wrong`), and people have looked at. Whatever else it leaves open counts. */
const looked: readonly { readonly rule: string; readonly within: string; readonly reason: string; readonly wrong?: true }[] = [
  { rule: 'color-contrast', within: 'svg', reason: 'axe does not judge text of pictures; every colour pair of figures is computed in tests/component/contrast.test.ts' },
  { rule: 'color-contrast', within: '.katex', reason: 'parts of a formula overlap by design; they have the colours of text, computed there too' },
  { rule: 'color-contrast', within: ':is(p, li, td, th, dd, figcaption, summary):has(.katex)', reason: 'the same overlap, seen from the line around it' },
  { rule: 'color-contrast', within: '.search-keys kbd', reason: 'arrows, which axe takes for pictures; soft ink on raised paper is computed' },
  { rule: 'color-contrast', within: '.code pre', reason: 'lines longer than their box, which scrolls, and single signs; every colour of code is computed in tests/unit/markdown/code-contrast.test.ts' },
  { rule: 'color-contrast', within: ':not(pre) > code', reason: 'signs without letters, such as := or {}; ink on its paper is computed with the other pairs' },
  { rule: 'color-contrast', within: '.equation-number', reason: 'a root sign is a picture 400 em long that its box cuts off; axe takes its whole length for an overlap' },
  { rule: 'color-contrast', within: '.table-scroll', reason: 'cells beyond the edge of their box, which scrolls; a wide window shows and judges them' },
  { rule: 'empty-table-header', within: 'th:has(math)', reason: 'axe reads no MathML; the head says its formula', wrong: true },
  { rule: 'label-content-name-mismatch', within: ':is(.source-back, .data-footnote-backref)', reason: 'an arrow is no word that one could say' },
];

/** One line per offending element: rule and selector. Axe is evaluated into the page, which a strict policy allows. */
export async function violations(page: Page): Promise<string[]> {
  // What is left out of the layout while it is out of sight would stay unjudged.
  await page.evaluate(() => {
    for (const node of document.querySelectorAll<HTMLElement>('main *')) {
      if (getComputedStyle(node).contentVisibility === 'auto') node.style.contentVisibility = 'visible';
    }
  });
  await page.evaluate(source);
  return page.evaluate(async ({ values, known }) => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } };
    const results = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'], elementRef: true });
    const lines = (kind: 'violations' | 'incomplete', mark: string): string[] => results[kind].flatMap(({ id, nodes }) => nodes
      .filter(({ element }) => !known.some(({ rule, within, wrong }) => (kind === 'incomplete' || wrong) && rule === id && element?.closest(within)))
      .map(({ target, any }) => `${id}${mark}: ${target.join(' ')} ${mark && `(${any[0]?.message ?? ''} ${any[0]?.relatedNodes?.map(({ html }) => html.slice(0, 60)).join(' ') ?? ''})`}`.trim()));
    return [...lines('violations', ''), ...lines('incomplete', ' (undecided)')];
  }, { values: tags, known: looked });
}
