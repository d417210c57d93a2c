/** Lighthouse's four marks of a page, 0 to 100; it is installed beside the peers, not in the project. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../../src/cli/serve.ts';
import { findBrowser } from '../../browser/find-browser.ts';
import { noLimit, slowServer } from '../slow-server.ts';

const version = '13.5.0';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Marks = Readonly<Record<(typeof categories)[number], number>>;

function install(project: string): string {
  const script = join(project, 'node_modules/lighthouse/cli/index.js');
  if (existsSync(script)) return script;
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, dependencies: { lighthouse: version } }));
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: project, stdio: 'ignore', shell: process.platform === 'win32' });
  return script;
}

function run(script: string, address: string): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, address, '--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox --disable-gpu', `--only-categories=${categories.join(',')}`], {
      env: { ...process.env, CHROME_PATH: findBrowser() }, stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => { text += part; });
    child.once('close', () => { done(text); });
  });
}

/** None where Lighthouse cannot be had or gives no answer. */
export async function lighthouse(project: string, folder: string, address: string): Promise<Marks | undefined> {
  const script = install(project);
  const { server } = slowServer(folder, noLimit);
  const port = await listen(server, 0);
  try {
    const report = JSON.parse(await run(script, `http://127.0.0.1:${port}${address}`)) as { categories: Record<string, { score: number | null }> };
    return Object.fromEntries(categories.map((name) => [name, Math.round(100 * (report.categories[name]?.score ?? 0))])) as unknown as Marks;
  } catch {
    return undefined;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
