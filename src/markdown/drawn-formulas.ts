import katex from 'katex';
import { katexOptions } from './katex.ts';

/** What KaTeX's pages need for some formulas, and nothing beyond. */
export interface DrawnFormulas {
  /** What the faces must hold. */
  readonly characters: ReadonlySet<string>;
  /** What the style sheet must know. */
  readonly classes: ReadonlySet<string>;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** Sets every distinct formula once and notes the characters and classes of its HTML. */
export function drawFormulas(formulas: Iterable<{ readonly tex: string; readonly display: boolean }>): DrawnFormulas {
  const characters = new Set<string>();
  const classes = new Set<string>();
  const seen = new Set<string>();
  for (const { tex, display } of formulas) {
    const key = `${display}${tex}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const html = katex.renderToString(tex, {
      ...katexOptions, macros: { ...katexOptions.macros }, displayMode: display, throwOnError: false,
    });
    for (const [, names = ''] of html.matchAll(/ class="([^"]*)"/g)) for (const name of names.split(/\s+/)) classes.add(name);
    const words = html.replace(/<math[\s\S]*?<\/math>/g, '').replace(/<[^>]*>/g, '')
      .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? '');
    for (const character of words) characters.add(character);
  }
  return { characters, classes };
}
