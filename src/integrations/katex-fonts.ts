import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import type { DrawnFormulas } from '../markdown/drawn-formulas.ts';

const stylesheet = /\/katex(?:-swap)?(?:\.min)?\.css/;
const olderFormats = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((?:"[^"]*"|'[^']*'|\w+)\)/g;
const face = /url\(([^)]*KaTeX_[\w-]+\.woff2)\)/g;

/** Faces of running text keep their hints, which some screens need at its size; big brackets and the like do without. */
const textFace = /KaTeX_(?:Main|Math|SansSerif|Typewriter)-/;

/** A face cut down to some characters, kept in a cache by what it was made from. */
async function subset(path: string, characters: string, cache: string): Promise<string> {
  const source = readFileSync(path);
  const options = { targetFormat: 'woff2', noHinting: !textFace.test(path) } as const;
  const key = createHash('sha256').update(source).update(characters).update(JSON.stringify(options)).digest('hex').slice(0, 16);
  const target = join(cache, key, basename(path));
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await subsetFont(source, characters, options));
  }
  return target;
}

const fontFace = /@font-face\{[^}]*\}/g;
const rule = /([^{}]+)\{([^{}]*)\}/g;
const className = /\.([\w-]+)/g;

/** The style sheet without rules for classes that no formula has; every selector of a list is judged by itself. */
export function purge(css: string, classes: ReadonlySet<string>): string {
  const known = (selector: string): boolean => [...selector.matchAll(className)].every(([, name = '']) => classes.has(name));
  return css.replace(rule, (whole, selectors: string, body: string) => {
    if (selectors.trim().startsWith('@')) return whole;
    const kept = selectors.split(',').filter(known);
    return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
  });
}

const ownFamily = 'KaTeX_Main';

/** Family → the lists of classes that choose it, as the style sheet says. */
function choosers(css: string): ReadonlyMap<string, readonly string[][]> {
  const found = new Map<string, string[][]>();
  for (const [, selectors = '', body = ''] of css.matchAll(rule)) {
    const family = /font-family:(KaTeX_\w+)/.exec(body)?.[1];
    if (family === undefined || selectors.trim().startsWith('@')) continue;
    const lists = selectors.split(',').map((selector) => [...selector.matchAll(className)].map(([, name = '']) => name));
    found.set(family, [...(found.get(family) ?? []), ...lists]);
  }
  return found;
}

/** Family → the characters that formulas draw in it; what no class sends elsewhere is drawn in the main one. */
export function alphabets(css: string, { runs }: DrawnFormulas): ReadonlyMap<string, string> {
  const families = choosers(css);
  const drawn = new Map<string, Set<string>>([...families.keys(), ownFamily].map((family) => [family, new Set()]));
  for (const [key, characters] of runs) {
    const classes = new Set(key.split(' '));
    const chosen = [...families].filter(([, lists]) => lists.some((list) => list.every((name) => classes.has(name)))).map(([family]) => family);
    for (const family of chosen.length === 0 ? [ownFamily] : chosen) {
      for (const character of characters) drawn.get(family)?.add(character);
    }
  }
  return new Map([...drawn].map(([family, characters]) => [family, [...characters].toSorted().join('')]));
}

/** A face of at most this many bytes travels within the style sheet: a request of its own would cost more. */
const small = 2500;

/**
 * Makes what KaTeX costs as light as the book allows: woff2 alone, which every browser that runs this site reads, and
 * in a build only the rules and, in each face, the characters that the book's formulas need.
 */
export function katexFonts(draw: () => DrawnFormulas, cache: string): Plugin {
  let building = false;
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    configResolved: ({ command }) => { building = command === 'build'; },
    async transform(code, id) {
      if (!stylesheet.test(id)) return undefined;
      const modern = code.replace(olderFormats, '');
      if (!building) return modern;
      const folder = dirname(id.replace(/\?.*/, ''));
      const drawn = draw();
      const letters = alphabets(modern, drawn);
      const lettersOf = (text: string): string => letters.get(/KaTeX_[A-Za-z\d]+/.exec(text)?.[0] ?? '') ?? '';
      const needed = purge(modern, drawn.classes).replace(fontFace, (whole) => (lettersOf(whole) === '' ? '' : whole));
      const faces = new Map<string, string>();
      for (const [, address = ''] of needed.matchAll(face)) {
        const path = await subset(join(folder, address), lettersOf(address), cache);
        const bytes = readFileSync(path);
        faces.set(address, bytes.length <= small ? `data:font/woff2;base64,${bytes.toString('base64')}` : path.replaceAll('\\', '/'));
      }
      return needed.replace(face, (_found, address: string) => `url(${faces.get(address) ?? address})`);
    },
  };
}
