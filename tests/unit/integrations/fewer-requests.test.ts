import { describe, expect, test } from 'vitest';
import { groups, sheetsOf, withScripts, withSheets } from '../../../src/integrations/fewer-requests.ts';

describe('style sheets', () => {
  const html = '<head><link rel="stylesheet" href="/a.css"><link rel="icon" href="/i.svg"><link rel="stylesheet" href="/b.css" /></head>';

  test('are found in their order', () => expect(sheetsOf(html)).toEqual(['/a.css', '/b.css']));

  test('neighbours that are shared come together, and the order of the cascade stays', () => {
    const shared = new Set(['a', 'b', 'd', 'e']);
    expect(groups(['a', 'b', 'own', 'd', 'e', 'late'], (address) => shared.has(address))).toEqual([['a', 'b'], ['own'], ['d', 'e'], ['late']]);
  });

  test('stand where the first stood', () => {
    expect(withSheets(html, ['/page.css'])).toBe('<head><link rel="stylesheet" href="/page.css"><link rel="icon" href="/i.svg"></head>');
  });
});

test('a script that only fetches another gives way to it, once', () => {
  const files: Record<string, string> = { '/_astro/x.js': 'import"./site.js";', '/_astro/y.js': 'import "./site.js";\n', '/_astro/z.js': 'import{a}from"./site.js";a();' };
  const tag = (name: string): string => `<script type="module" src="/_astro/${name}.js"></script>`;
  expect(withScripts(`${tag('x')}<p>${tag('y')}${tag('z')}`, (address) => files[address] ?? '')).toBe(`${tag('site')}<p>${tag('z')}`);
});
