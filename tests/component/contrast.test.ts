import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const layout = readFileSync('src/layouts/BaseLayout.astro', 'utf8');

/** Both schemes of every colour token; those of a part are named after it. */
const colours = new Map<string, readonly [string, string]>(
  [...tokens.matchAll(/(?:\[data-part="(\w+)"\] \{ )?--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, part, name, light = '', dark = '']) => [part === undefined ? name ?? '' : `part ${part}`, [light, dark]]),
);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunken', 'code-paper'];
const quantities = ['query', 'key', 'value', 'score', 'weight', 'output'];
const callouts = ['tip', 'note', 'pitfall', 'erratum', 'history'];
const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', ...quantities, ...callouts, ...[...colours.keys()].filter((name) => name.startsWith('part '))];
const pairs = inks.flatMap((ink) => papers.flatMap((paper) => [0, 1].map((scheme) => ({ ink, paper, scheme }))));

test.each(pairs)('$ink on $paper, scheme $scheme, is readable text', ({ ink, paper, scheme }) => {
  expect(contrast(colours.get(ink)?.[scheme] ?? '', colours.get(paper)?.[scheme] ?? '')).toBeGreaterThanOrEqual(4.5);
});

test.each(papers.flatMap((paper) => [[paper, 0], [paper, 1]] as const))('the focus ring stands out on %s, scheme %i', (paper, scheme) => {
  expect(contrast(colours.get('focus')?.[scheme] ?? '', colours.get(paper)?.[scheme] ?? '')).toBeGreaterThanOrEqual(3);
});

test('the browser’s own bars have the colour of the paper', () => {
  expect([...layout.matchAll(/name="theme-color"[^>]*content="(#\w{6})"/g)].map(([, hex]) => hex)).toEqual(colours.get('paper'));
});

test('all seven parts have a hue', () => {
  expect(inks.filter((name) => name.startsWith('part '))).toHaveLength(7);
});
