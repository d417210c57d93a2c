import type { KatexOptions, TrustContext } from 'katex';
import { colourMacros } from './tex.ts';

const ours = /^sym-[a-z]+$/;

/** KaTeX prints untrusted commands in red and goes on; a book must not, so they are errors like all others. */
function trust(context: TrustContext): boolean {
  if (context.command === '\\htmlClass' && ours.test(context.class)) return true;
  throw new Error(`公式里不能用 ${context.command}`);
}

export const katexOptions: KatexOptions = {
  output: 'htmlAndMathml',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust,
  macros: { ...colourMacros },
  /** In em; beyond it a size is a slip. */
  maxSize: 20,
  maxExpand: 500,
};

