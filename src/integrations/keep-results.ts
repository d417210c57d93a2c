import type { AstroIntegration } from 'astro';
import type { Results } from '../markdown/results.ts';

/** Leaves set formulas and coloured code for the next build; a build that failed leaves the former ones. */
export function keepResults({ formulas, code }: Results): AstroIntegration {
  return {
    name: 'keep-results',
    hooks: {
      'astro:build:done': () => {
        formulas.save();
        code.save();
      },
    },
  };
}
