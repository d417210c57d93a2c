import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, builds, builtPages, files, read, type Built, type BuiltPage } from './built.ts';
import { siteOrigin } from './origin.ts';

/** Attributes that name another resource, as hast spells them. */
const pointing = ['href', 'src', 'action', 'poster', 'data', 'cite'];
/** Resources that a page loads by itself, as against links that a reader may follow. */
const loading = new Set(['img', 'script', 'source', 'iframe', 'video', 'audio', 'object', 'embed']);

interface Pointer {
  readonly from: string;
  readonly target: string;
  readonly loads: boolean;
}

function pointersOf({ path, elements }: BuiltPage): Pointer[] {
  return elements.flatMap((element) => {
    const rel = attribute(element, 'rel') ?? '';
    const loads = loading.has(element.tagName) || (element.tagName === 'link' && /stylesheet|icon|preload|manifest/.test(rel));
    const single = pointing.flatMap((name) => attribute(element, name) ?? []);
    const set = (attribute(element, 'srcSet') ?? '').split(',').map((item) => item.trim().split(/\s+/)[0] ?? '').filter(Boolean);
    return [...single, ...set].map((target) => ({ from: path, target, loads }));
  });
}

/** The file that a host would answer an address with; none for what does not exist. */
function fileOf({ folder, base }: Built, pathname: string): string | undefined {
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  return statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

describe.each(builds)('in $folder', (built) => {
  const origin = siteOrigin(built);
  const pages = builtPages(built);
  const anchors = new Map(pages.map(({ path, elements }) => [path, new Set(elements.flatMap((element) => attribute(element, 'id') ?? []))]));

  const complaint = ({ from, target }: Pointer): string | undefined => {
    const here = from.endsWith('.html') ? from.replace(/index\.html$/, '') : from;
    const url = new URL(target, `${origin}${built.base}${encodeURI(here)}`);
    if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return undefined;
    const file = fileOf(built, url.pathname);
    if (file === undefined) return `${from}: ${target} leads nowhere`;
    const id = decodeURIComponent(url.hash.slice(1));
    return id !== '' && file.endsWith('.html') && !anchors.get(file)?.has(id) ? `${from}: ${target} has no such anchor` : undefined;
  };

  test('every link, picture, script and anchor of every page resolves', () => {
    const pointers = pages.flatMap(pointersOf).filter(({ target }) => !target.startsWith('data:'));
    expect(pointers.flatMap((pointer) => complaint(pointer) ?? [])).toEqual([]);
    expect(pointers.length).toBeGreaterThan(5000);
  });

  test('no page loads anything from elsewhere', () => {
    const strangers = pages.flatMap(pointersOf).filter(({ target, loads }) => loads && /^(?:https?:)?\/\//.test(target));
    expect(strangers).toEqual([]);
  });

  test('what style sheets name exists', () => {
    const pointers = files(built).filter((path) => path.endsWith('.css')).flatMap((from) =>
      [...read(built, from).matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, target = '']) => ({ from, target, loads: true })));
    expect(pointers.filter(({ target }) => !target.startsWith('data:')).flatMap((pointer) => complaint(pointer) ?? [])).toEqual([]);
  });

  test.each([
    ['rss.xml', /<(?:link|guid[^>]*)>([^<]+)</g],
    ['sitemap-index.xml', /<loc>([^<]+)</g],
    ['sitemap-0.xml', /<loc>([^<]+)</g],
    ['robots.txt', /(https?:\S+)/g],
    ['llms.txt', /\]\(([^)]+)\)/g],
  ])('every address in %s resolves', (from, pattern) => {
    const pointers = [...read(built, from).matchAll(pattern)].map(([, target = '']) => ({ from, target, loads: false }));
    expect(pointers.flatMap((pointer) => complaint(pointer) ?? [])).toEqual([]);
    expect(pointers.length).toBeGreaterThan(0);
  });
});
