import katex from 'katex';
import { katexOptions } from './katex.ts';

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** The characters that KaTeX draws for some formulas: what a face must hold for the pages to look as before. */
export function formulaCharacters(formulas: Iterable<{ readonly tex: string; readonly display: boolean }>): ReadonlySet<string> {
  const drawn = new Set<string>();
  const seen = new Set<string>();
  for (const { tex, display } of formulas) {
    const key = `${display}${tex}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const html = katex.renderToString(tex, {
      ...katexOptions, macros: { ...katexOptions.macros }, output: 'html', displayMode: display, throwOnError: false,
    });
    const words = html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? '');
    for (const character of words) drawn.add(character);
  }
  return drawn;
}
