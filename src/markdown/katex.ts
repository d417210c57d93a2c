import katex, { type KatexOptions, type TrustContext } from 'katex';
import type { ResultCache } from '../lib/result-cache.ts';
import { colourMacros } from './tex.ts';

const ours = /^sym-[a-z]+$/;

/** KaTeX prints untrusted commands in red and goes on; a book must not, so they are errors like all others. */
function trust(context: TrustContext): boolean {
  if (context.command === '\\htmlClass' && ours.test(context.class)) return true;
  throw new Error(`公式里不能用 ${context.command}`);
}

const options: KatexOptions = {
  output: 'htmlAndMathml',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust,
  macros: { ...colourMacros },
  /** In em; beyond it a size is a slip. */
  maxSize: 20,
  maxExpand: 500,
};

/** The TeX within the MathML: nobody hears or sees it, and the chapter as Markdown has it. */
const annotation = /<semantics>|<annotation\b[^>]*>[^<]*<\/annotation><\/semantics>/g;

/** Sets a formula. */
export type Setter = (tex: string, display: boolean) => string;

/**
 * HTML of a formula; throws what KaTeX has against it. Each distinct formula is set once, and what one defines does not
 * outlive it.
 */
export function formulaSetter(cache: ResultCache): Setter {
  return (tex, display) => {
    const input = `${display ? '$$' : '$'}${tex}`;
    const known = cache.get(input);
    if (known !== undefined) return known;
    const html = katex.renderToString(tex, { ...options, macros: { ...colourMacros }, displayMode: display, throwOnError: true })
      .replace(annotation, '');
    cache.set(input, html);
    return html;
  };
}
