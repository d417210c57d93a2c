import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { filesBelow } from '../book/files.ts';
import { withBase } from '../lib/paths.ts';
import type { DrawnFormulas } from '../markdown/drawn-formulas.ts';

const stylesheet = /\/katex(?:-swap)?(?:\.min)?\.css/;
const olderFormats = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((?:"[^"]*"|'[^']*'|\w+)\)/g;
const face = /url\(([^)]*KaTeX_[\w-]+\.woff2)\)/;

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

/** What a rule of the style sheet says about the face of whatever has all classes of one of its lists. */
interface Choice {
  readonly lists: readonly (readonly string[])[];
  readonly family: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** What formulas are drawn in where no class sends them elsewhere; weight and slant start anew in each formula. */
const ownFamily = 'KaTeX_Main';

function choices(css: string): Choice[] {
  return [...css.replace(fontFace, '').matchAll(rule)].flatMap(([, selectors = '', body = '']) => {
    const family = /font-family:(KaTeX_\w+)/.exec(body)?.[1];
    const [bold, italic] = [body.includes('font-weight:700'), body.includes('font-style:italic')];
    if (family === undefined && !bold && !italic) return [];
    return [{ lists: selectors.split(',').map((selector) => [...selector.matchAll(className)].map(([, name = '']) => name)), family, bold, italic }];
  });
}

/** `KaTeX_Main-BoldItalic`, as KaTeX names the file. */
const faceName = (family: string, bold: boolean, italic: boolean): string => `${family}-${`${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}` || 'Regular'}`;

/**
 * Face → the characters that formulas may draw in it. Which of several classes wins is not asked: what may be bold is
 * in both faces.
 */
export function alphabets(css: string, { runs }: DrawnFormulas): ReadonlyMap<string, string> {
  const all = choices(css);
  const drawn = new Map<string, Set<string>>();
  for (const [key, characters] of runs) {
    const classes = new Set(key.split(' '));
    const chosen = all.filter(({ lists }) => lists.some((list) => list.every((name) => classes.has(name))));
    const families = new Set(chosen.flatMap(({ family }) => family ?? []));
    const bold = chosen.some((choice) => choice.bold) ? [false, true] : [false];
    const italic = chosen.some((choice) => choice.italic) ? [false, true] : [false];
    for (const family of families.size === 0 ? [ownFamily] : families) {
      for (const name of bold.flatMap((heavy) => italic.map((slanted) => faceName(family, heavy, slanted)))) {
        const letters = drawn.get(name) ?? new Set();
        for (const character of characters) letters.add(character);
        drawn.set(name, letters);
      }
    }
  }
  return new Map([...drawn].map(([name, characters]) => [name, [...characters].toSorted().join('')]));
}

/** The rules for faces that formulas need, each face cut down to their characters and written into its rule. */
export async function faceSheet(css: string, folder: string, drawn: DrawnFormulas, cache: string): Promise<string> {
  const letters = alphabets(css, drawn);
  const rules = await Promise.all([...css.replace(olderFormats, '').matchAll(fontFace)].map(async ([whole]) => {
    const [, address = ''] = face.exec(whole) ?? [];
    const alphabet = letters.get(/KaTeX_[\w-]+/.exec(address)?.[0] ?? '') ?? '';
    if (alphabet === '') return '';
    const bytes = readFileSync(await subset(join(folder, address), alphabet, cache));
    return whole.replace(face, `url(data:font/woff2;base64,${bytes.toString('base64')})`);
  }));
  return rules.join('');
}

/**
 * The page with the sheet of faces in front of its first formula, if it has one. There it holds up only what follows: a phone shows
 * the text before while the faces are on their way.
 */
export function withFaces(html: string, address: string): string {
  return html.replace(/(?=<span class="katex(?:-display)?[" ])/, `<link rel="stylesheet" href="${address}">`);
}

/** KaTeX's style sheet: woff2 alone, which every browser that runs this site reads; in a build only the rules that the book's formulas need, without faces. */
function katexRules(draw: () => DrawnFormulas): Plugin {
  let building = false;
  return {
    name: 'katex-rules',
    enforce: 'pre',
    configResolved: ({ command }) => { building = command === 'build'; },
    transform(code, id) {
      if (!stylesheet.test(id)) return undefined;
      return building ? purge(code.replace(fontFace, ''), draw().classes) : code.replace(olderFormats, '');
    },
  };
}

/**
 * Makes what KaTeX costs as light as the book allows. All faces come in one sheet, and only on pages with formulas:
 * files of their own arrive one after another, and with each the whole chapter is laid out again and its formulas move.
 */
export function katexFonts(draw: () => DrawnFormulas, cache: string): AstroIntegration {
  let base = '/';
  return {
    name: 'katex-fonts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => { updateConfig({ vite: { plugins: [katexRules(draw)] } }); },
      'astro:config:done': ({ config }) => { base = config.base; },
      'astro:build:done': async ({ dir }) => {
        const source = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
        const css = await faceSheet(readFileSync(source, 'utf8'), dirname(source), draw(), cache);
        if (css === '') return;
        const file = `_astro/formulas.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, file), css);
        for (const name of filesBelow(folder).filter((path) => path.endsWith('.html'))) {
          const path = join(folder, ...name.split('/'));
          const html = readFileSync(path, 'utf8');
          const linked = withFaces(html, withBase(base, file));
          if (linked !== html) writeFileSync(path, linked);
        }
      },
    },
  };
}
