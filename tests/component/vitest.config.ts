/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Components are rendered by Astro's own compiler, below a base path, so that a link that forgets it is seen. */
export default getViteConfig(
  { test: { root, include: ['tests/component/**/*.test.ts'], env: { BASE_URL: '/book/' }, testTimeout: 60_000 } },
  { root, configFile: false, site: 'https://example.org', base: '/book/', trailingSlash: 'always' },
);
