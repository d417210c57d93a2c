import { read, type Built } from './built.ts';

/** Where the built site says that it stands, from its sitemap. */
export function siteOrigin(built: Built): string {
  const [, address = ''] = /<loc>([^<]+)<\/loc>/.exec(read(built, 'sitemap-0.xml')) ?? [];
  return new URL(address).origin;
}
