import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ownPages } from '../../../src/checks/addresses.ts';

test('the site\'s own pages are those of src/pages; what is no page to link to, and what the content makes, is not among them', () => {
  const files = readdirSync(resolve('src/pages')).filter((name) => name.includes('.') && !/^\[|^(?:404|about)\./.test(name));
  const addresses = files.map((name) => `/${name.replace(/^index\.astro$/, '').replace(/\.astro$/, '/').replace(/\.ts$/, '')}`);
  expect([...ownPages].toSorted()).toEqual(addresses.toSorted());
});
