import type { Properties, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { withBase } from '../lib/paths.ts';

const siteAbsolute = /^\/(?!\/)/;

function rebase(properties: Properties, name: 'href' | 'src', base: string): void {
  const address = properties[name];
  if (typeof address === 'string' && siteAbsolute.test(address)) properties[name] = withBase(base, address);
}

/** The one place that knows where the site is mounted: addresses from `/` get the base, foreign ones their `rel`. */
export const rehypeLinks: Plugin<[string], Root> = (base) => (tree) => {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img') rebase(properties, 'src', base);
    if (tagName !== 'a') return;
    rebase(properties, 'href', base);
    if (/^https?:\/\//.test(String(properties['href']))) properties['rel'] = ['noopener', 'external'];
  });
};
