import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { caching, securityHeaders } from '../book/security.ts';
import { withBase } from '../lib/paths.ts';

/** `_headers`, as Cloudflare Pages and Netlify read it; both already have every other file asked for anew. */
export function headersFile(base: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
    [withBase(base, path), ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${rule('/*', securityHeaders)}\n\n${rule('/_astro/*', { 'Cache-Control': caching.hashed })}\n`;
}

/** Addresses that readers and their programs try, and where they are meant to arrive. */
const moved: Readonly<Record<string, string>> = { '/feed/': '/rss.xml', '/feed.xml': '/rss.xml', '/sitemap.xml': '/sitemap-index.xml' };

/** `_redirects`, for the same two hosts. */
export function redirectsFile(base: string): string {
  return Object.entries(moved).map(([from, to]) => `${withBase(base, from)} ${withBase(base, to)} 301\n`).join('');
}

/** Writes what static hosts read beside the pages; a host that does not know these files serves them as text. */
export function hostFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => { base = config.base; },
      'astro:build:done': ({ dir }) => {
        writeFileSync(fileURLToPath(new URL('_headers', dir)), headersFile(base));
        writeFileSync(fileURLToPath(new URL('_redirects', dir)), redirectsFile(base));
      },
    },
  };
}
