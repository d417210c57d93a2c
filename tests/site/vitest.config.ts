import { defineConfig } from 'vitest/config';

/** Tests that read the built site in `dist` and `dist-base`. */
export default defineConfig({
  test: {
    include: ['tests/site/**/*.test.ts'],
    testTimeout: 240_000,
  },
});
