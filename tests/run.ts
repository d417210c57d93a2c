/**
 * `npm test`: everything that must hold before a change lands, in the order of cost:
 * types, unit, component and build tests, then the built site as files and in a real browser, at `/` and below a base path.
 * `npm run test:full` looks at every page in every mode instead of one page of each kind in the less common ones.
 * Every step runs even when an earlier one failed; the closing line sums all of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/find-browser.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'daily-deeplearning-'));
const shell = process.platform === 'win32';

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  console.log(`\n▸ ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell, env: { ...process.env, ...env } }).status === 0;
}

/** A step without counts of its own is one test. */
function single(passed: boolean): Counts {
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

function vitest(...args: readonly string[]): Counts {
  const report = join(scratch, 'vitest.json');
  rmSync(report, { force: true });
  const ok = run('vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const failed = numFailedTests ?? 0;
    return { passed: numPassedTests ?? 0, failed: ok ? failed : Math.max(1, failed), skipped: numPendingTests ?? 0 };
  } catch {
    return single(false);
  }
}

function playwright(): Counts {
  const report = join(scratch, 'playwright.json');
  const ok = run('playwright', ['test', '-c', 'tests/browser/playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: ok ? failed : Math.max(1, failed), skipped: stats.skipped };
  } catch {
    return single(false);
  }
}

if (process.argv.includes('--full')) process.env.FULL = '1';
const browser = findBrowser();
process.env.BROWSER_PATH = browser;
const counts: Counts[] = [
  single(run('astro', ['sync'])),
  single(run('astro', ['check', '--minimumFailingSeverity', 'warning'])),
  vitest(),
  vitest('--config', 'tests/component/vitest.config.ts'),
  single(run('astro', ['build'], { OUT_DIR: 'dist', BASE_PATH: '/' })),
  single(run('astro', ['build'], { OUT_DIR: 'dist-base', BASE_PATH: '/daily-deeplearning/' })),
  vitest('--config', 'tests/site/vitest.config.ts'),
  playwright(),
];
rmSync(scratch, { recursive: true, force: true });
const sum = (key: keyof Counts): number => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
