import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../book/files.ts';
import { withBase } from '../lib/paths.ts';

/** An opening tag with its attributes; the HTML that Astro writes is well-formed and quotes with `"`. */
const tag = /<([a-z][\w-]*)((?:\s+[^\s=<>/"]+(?:="[^"]*")?)*)(\s*\/?)>/gi;
const styleAttribute = /\s+style="([^"]*)"/i;
const classAttribute = /\s+class="([^"]*)"/i;

const spelled = new Map<string, string>();

/** Declarations in one spelling, so that equal styles share a class; pages repeat a few hundred styles many thousand times. */
export function canonical(style: string): string {
  const known = spelled.get(style) ?? spell(style);
  spelled.set(style, known);
  return known;
}

function spell(style: string): string {
  return style.replace(/&quot;/g, '"').replace(/&amp;/g, '&').split(';').map((part) => part.trim().replace(/\s*:\s*/, ':')).filter(Boolean).join(';');
}

function stylesOf(html: string): Set<string> {
  return new Set([...html.matchAll(tag)].flatMap(([, , attributes = '']) => {
    const style = styleAttribute.exec(attributes)?.[1];
    return style === undefined ? [] : [canonical(style)];
  }));
}

/** `important`, since what it replaces stood above every rule too. */
function rule(style: string, name: string): string {
  return `.${name}{${style.split(';').map((part) => `${part}!important`).join(';')}}`;
}

/** The page with each `style` attribute replaced by a class. */
export function withClasses(html: string, names: ReadonlyMap<string, string>): string {
  return html.replace(tag, (whole, name: string, attributes: string, end: string) => {
    const style = styleAttribute.exec(attributes)?.[1];
    if (style === undefined) return whole;
    const added = names.get(canonical(style)) ?? '';
    const rest = attributes.replace(styleAttribute, '');
    const classed = classAttribute.test(rest)
      ? rest.replace(classAttribute, (_attribute, classes: string) => ` class="${classes} ${added}"`)
      : `${rest} class="${added}"`;
    return `<${name}${classed}${end}>`;
  });
}

interface Sheet {
  /** Path below the site's root. */
  readonly path: string;
  readonly css: string;
}

function sheet(styles: readonly string[], names: ReadonlyMap<string, string>): Sheet | undefined {
  if (styles.length === 0) return undefined;
  const css = styles.map((style) => rule(style, names.get(style) ?? '')).join('\n');
  return { path: `_astro/styles.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`, css };
}

/** Styles on at least this many pages go into the sheet that all pages share. */
const common = 3;

/**
 * Moves the `style` attributes that KaTeX and Shiki write into style sheets: pages get smaller, and a
 * Content-Security-Policy needs no `unsafe-inline`. What several pages use is one shared sheet; the rest is a
 * small sheet of the page's own.
 */
export function inlineStyles(): AstroIntegration {
  let base = '/';
  return {
    name: 'inline-styles',
    hooks: {
      'astro:config:done': ({ config }) => { base = config.base; },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = filesBelow(folder).filter((name) => name.endsWith('.html')).map((name) => {
          const path = join(folder, ...name.split('/'));
          const html = readFileSync(path, 'utf8');
          return { path, html, styles: stylesOf(html) };
        });
        const uses = new Map<string, number>();
        for (const { styles } of pages) for (const style of styles) uses.set(style, (uses.get(style) ?? 0) + 1);
        const ranked = [...uses].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
        const names = new Map(ranked.map(([style], index) => [style, `s-${index.toString(36)}`]));
        const enough = Math.min(common, pages.filter(({ styles }) => styles.size > 0).length);
        const shared = sheet(ranked.filter(([, count]) => count >= enough).map(([style]) => style), names);
        const link = ({ path }: Sheet): string => `<link rel="stylesheet" href="${withBase(base, path)}">`;
        const write = ({ path, css }: Sheet): void => { writeFileSync(join(folder, path), css); };
        if (shared !== undefined) write(shared);
        for (const { path, html, styles } of pages) {
          if (styles.size === 0) continue;
          const own = sheet([...styles].filter((style) => (uses.get(style) ?? 0) < enough), names);
          if (own !== undefined) write(own);
          const links = [shared, own].flatMap((item) => (item === undefined ? [] : [link(item)])).join('');
          writeFileSync(path, withClasses(html, names).replace('</head>', `${links}</head>`));
        }
        logger.info(`${uses.size} 种行内样式移入样式表（${pages.length} 页，${relative('.', folder).split(sep).join('/')}）。`);
      },
    },
  };
}
