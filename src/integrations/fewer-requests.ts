import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../book/files.ts';
import { withBase } from '../lib/paths.ts';

const sheetLink = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g;

/** Addresses of a page's style sheets, in their order. */
export function sheetsOf(html: string): string[] {
  return [...html.matchAll(sheetLink)].map(([, address = '']) => address);
}

/** Neighbours that many pages share come together; what few pages use stays apart, so that the rest is fetched once. */
export function groups(sheets: readonly string[], isShared: (address: string) => boolean): string[][] {
  return sheets.reduce<string[][]>((runs, address) => {
    const last = runs.at(-1);
    if (last !== undefined && isShared(address) && last.every(isShared)) return [...runs.slice(0, -1), [...last, address]];
    return [...runs, [address]];
  }, []);
}

/** The page with other links in the place of its first; the order of sheets is the order of the cascade. */
export function withSheets(html: string, addresses: readonly string[]): string {
  let placed = false;
  return html.replace(sheetLink, () => {
    if (placed) return '';
    placed = true;
    return addresses.map((address) => `<link rel="stylesheet" href="${address}">`).join('');
  });
}

const script = /<script type="module" src="([^"]+)"><\/script>/g;
const onlyImports = /^import\s*"\.\/([\w.-]+\.js)";?\s*$/;

/** The page without scripts that only fetch another: it names that one itself, once. */
export function withScripts(html: string, read: (address: string) => string): string {
  const named = new Set<string>();
  return html.replace(script, (_whole, address: string) => {
    const [, behind] = onlyImports.exec(read(address)) ?? [];
    const real = behind === undefined ? address : address.replace(/[^/]+$/, behind);
    if (named.has(real)) return '';
    named.add(real);
    return `<script type="module" src="${real}"></script>`;
  });
}

/** Sheets on at least this many pages are shared ones. */
const common = 3;

/** Joins the style sheets of each kind of page into one, and leaves out scripts of one line: a phone pays for every request. */
export function fewerRequests(): AstroIntegration {
  let base = '/';
  return {
    name: 'fewer-requests',
    hooks: {
      'astro:config:done': ({ config }) => { base = config.base; },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const read = (address: string): string => readFileSync(join(folder, address.slice(withBase(base, '').length)), 'utf8');
        const pages = filesBelow(folder).filter((name) => name.endsWith('.html')).map((name) => {
          const path = join(folder, ...name.split('/'));
          const html = readFileSync(path, 'utf8');
          return { path, html, sheets: sheetsOf(html) };
        });
        const uses = new Map<string, number>();
        for (const { sheets } of pages) for (const address of sheets) uses.set(address, (uses.get(address) ?? 0) + 1);
        const made = new Map<string, string>();
        const merge = (addresses: readonly string[]): string => {
          const [only = '', ...more] = addresses;
          const key = addresses.join('\n');
          const known = more.length === 0 ? only : made.get(key);
          if (known !== undefined) return known;
          const css = addresses.map(read).join('\n');
          const file = `_astro/page.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
          writeFileSync(join(folder, file), css);
          made.set(key, withBase(base, file));
          return withBase(base, file);
        };
        for (const { path, html, sheets } of pages) {
          const runs = groups(sheets, (address) => (uses.get(address) ?? 0) >= common);
          writeFileSync(path, withScripts(withSheets(html, runs.map(merge)), read));
        }
      },
    },
  };
}
