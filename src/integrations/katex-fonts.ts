import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import type { DrawnFormulas } from '../markdown/drawn-formulas.ts';

const stylesheet = /\/katex(?:-swap)?(?:\.min)?\.css/;
const olderFormats = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((?:"[^"]*"|'[^']*'|\w+)\)/g;
const face = /url\(([^)]*KaTeX_[\w-]+\.woff2)\)/g;
/** Faces of large delimiters are small and hold pieces that are chosen by size, not by what an author writes. */
const whole = /KaTeX_Size\d/;

/** A face cut down to some characters, kept in a cache by what it was made from. */
async function subset(path: string, characters: string, cache: string): Promise<string> {
  const source = readFileSync(path);
  const key = createHash('sha256').update(source).update(characters).digest('hex').slice(0, 16);
  const target = join(cache, key, basename(path));
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await subsetFont(source, characters, { targetFormat: 'woff2' }));
  }
  return target;
}

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

/**
 * Makes what KaTeX costs as light as the book allows: woff2 alone, which every browser that runs this site reads, and
 * in a build only the characters and rules that the book's formulas need.
 */
export function katexFonts(draw: () => DrawnFormulas, cache = join(process.cwd(), 'node_modules/.cache/katex-fonts')): Plugin {
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
      const characters = [...drawn.characters].toSorted().join('');
      const faces = new Map<string, string>();
      for (const [, address = ''] of modern.matchAll(face)) {
        if (!whole.test(address)) faces.set(address, await subset(join(folder, address), characters, cache));
      }
      return purge(modern, drawn.classes).replace(face, (_found, address: string) =>
        `url(${(faces.get(address) ?? address).replaceAll('\\', '/')})`);
    },
  };
}
