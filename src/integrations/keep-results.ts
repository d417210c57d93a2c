import type { AstroIntegration } from 'astro';
import type { ResultCache } from '../lib/result-cache.ts';

/** Leaves what this build made for the next one; a build that failed leaves the former results. */
export function keepResults(caches: readonly ResultCache[]): AstroIntegration {
  return {
    name: 'keep-results',
    hooks: {
      'astro:build:done': () => { for (const cache of caches) cache.save(); },
    },
  };
}
