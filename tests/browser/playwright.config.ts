import { defineConfig } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

const port = Number(process.env.TEST_PORT ?? 4391);
const ports = { root: port, base: port + 1 };

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? [['list']] : [['list'], ['json']],
  use: {
    launchOptions: {
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    },
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
  },
  projects: [
    { name: 'root', testIgnore: /base-path\.spec\.ts/, use: { baseURL: `http://127.0.0.1:${ports.root}/` } },
    { name: 'base', testMatch: /base-path\.spec\.ts/, use: { baseURL: `http://127.0.0.1:${ports.base}/daily-deeplearning/` } },
  ],
  webServer: [
    { command: `node tests/browser/serve.ts dist / ${ports.root}`, cwd: '../..', url: `http://127.0.0.1:${ports.root}/`, reuseExistingServer: false },
    {
      command: `node tests/browser/serve.ts dist-base /daily-deeplearning/ ${ports.base}`, cwd: '../..',
      url: `http://127.0.0.1:${ports.base}/daily-deeplearning/`, reuseExistingServer: false,
    },
  ],
});
