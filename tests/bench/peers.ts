/**
 * `npm run bench:peers`: the same generated chapters built by this site and by what people would otherwise use, side by side in
 * one run: the build, a chapter on a slow phone, the first answer of the search, Lighthouse. `-- 1000` builds as many chapters and
 * measures the build alone; `--limit 900` ends a build after so many seconds; `--folder` keeps the peers' installations.
 * The full run writes `tests/bench/peers/results.json`, which the quality page shows. The line is 1.6 Mbit/s with 150 ms round
 * trips, limited in the server; the processor of the page is four times slower.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Race, RaceEntry } from '../../src/book/race.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { chapterId, generateBook, rareWord } from './generate.ts';
import { measure, type Usage } from './measure.ts';
import { docusaurus } from './peers/docusaurus.ts';
import { lighthouse } from './peers/lighthouse.ts';
import { buildPeer, setUpPeer, type Peer, type PeerSearch } from './peers/peer.ts';
import { readerCosts } from './peers/reader.ts';
import { starlight } from './peers/starlight.ts';
import { vitepress } from './peers/vitepress.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '900' }, folder: { type: 'string' }, only: { type: 'string' } },
});
const chapters = Number(positionals[0] ?? 100);
const limit = Number(values.limit);
const whole = positionals.length === 0;
const root = resolve(values.folder ?? join(tmpdir(), 'daily-deeplearning-peers'));
const content = generateBook(join(root, `content-${chapters}`), chapters);
/** Pages that are measured; the rare word stands in none of them. */
const samples = [7, 48, 83].map(chapterId);

interface Contender {
  readonly name: string;
  readonly build: () => Promise<Usage>;
  /** Once more without a change, where a tool keeps anything. */
  readonly rebuild?: () => Promise<Usage>;
  readonly output: string;
  readonly address: (id: string) => string;
  readonly search?: PeerSearch;
}

function ourselves(): Contender {
  const folder = join(root, `ours-${chapters}-${process.pid}`);
  const build = (): Promise<Usage> => measure({
    command: process.execPath, args: ['--max-old-space-size=10240', 'node_modules/astro/bin/astro.mjs', 'build'], folder: resolve('.'), limit,
    env: { CONTENT_DIR: content, OUT_DIR: join(folder, 'dist'), CACHE_DIR: join(folder, 'cache') },
  });
  return {
    name: '本站', build, rebuild: build, output: join(folder, 'dist'), address: (id) => `/${id}/`,
    search: { open: 'a.search-open', field: 'dialog[open] [role="combobox"]', row: 'dialog[open] [data-result]', none: 'dialog[open] [data-state="done"]:not(:has([data-result]))' },
  };
}

/** Parsing, formulas, code and an index, and no site around them. */
function floor(): Contender {
  const output = join(root, `floor-${chapters}-${process.pid}`);
  return {
    name: '下限', output, address: (id) => `/${id}/`,
    build: () => measure({ command: process.execPath, args: ['tests/bench/peers/floor.ts', content, output], folder: resolve('.'), limit }),
  };
}

function contender(peer: Peer): Contender {
  const project = join(root, `${peer.name.replace(/\W+/g, '-')}-${chapters}`);
  return {
    name: peer.name, output: join(project, peer.output), address: peer.address, search: peer.search,
    build: () => {
      setUpPeer(peer, project, content);
      return buildPeer(peer, project, limit);
    },
  };
}

function weight(folder: string): { readonly files: number; readonly megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, megabytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 2 ** 20 };
}

const brief = ({ wall, cpu, memory }: Usage) => ({ wall, cpu, memory });

async function race({ name, build, rebuild, output, address, search }: Contender): Promise<RaceEntry> {
  console.log(`▸ ${name}`);
  const load = loadavg()[0] ?? 0;
  const usage = await build();
  const entry = { name, load, build: { ...brief(usage), state: usage.status === undefined ? 'too long' as const : usage.status === 0 ? 'done' as const : 'failed' as const } };
  console.log(`  ${entry.build.state} ${usage.wall.toFixed(1)} s，CPU ${usage.cpu.toFixed(1)} s，${usage.memory.toFixed(0)} MiB`);
  if (usage.status !== 0) {
    if (usage.status !== undefined) console.error(usage.output.slice(-1500));
    return entry;
  }
  const again = rebuild === undefined ? {} : { rebuild: brief(await rebuild()) };
  const built = { ...entry, ...again, ...weight(output) };
  if (!whole || search === undefined) return built;
  const { page, search: found } = await readerCosts(output, samples.map(address), search, rareWord.word);
  const marks = await lighthouse(join(root, 'lighthouse'), output, address(samples[0] ?? ''));
  return { ...built, page, ...(found && { search: found }), ...(marks && { lighthouse: marks }) };
}

type Row = readonly [label: string, value: (entry: RaceEntry) => number | undefined, digits: number];

const rows: readonly Row[] = [
  ['构建，墙钟 s', ({ build }) => build.wall, 1], ['构建，CPU s', ({ build }) => build.cpu, 1], ['未变再构建，CPU s', ({ rebuild }) => rebuild?.cpu, 1],
  ['内存峰值 MiB', ({ build }) => build.memory, 0], ['文件数', ({ files }) => files, 0], ['全站 MiB', ({ megabytes }) => megabytes, 1],
  ['一章 KB', ({ page }) => page && page.bytes / 1024, 1], ['一章请求数', ({ page }) => page?.requests, 0], ['FCP ms', ({ page }) => page?.fcp, 0],
  ['LCP ms', ({ page }) => page?.lcp, 0], ['TBT ms', ({ page }) => page?.tbt, 0], ['CLS', ({ page }) => page?.cls, 3],
  ['主线程 ms', ({ page }) => page?.work, 0], ['其中脚本 ms', ({ page }) => page?.script, 0], ['JS 堆 MB', ({ page }) => page && page.heap / 2 ** 20, 1],
  ['搜「银杏叶」结果数', ({ search }) => search?.hits, 0], ['立刻打字，首个结果 ms', ({ search }) => search && search.time, 0], ['打两秒字，首个结果 ms', ({ search }) => search && search.typed, 0], ['搜索下载 KB', ({ search }) => search && search.bytes / 1024, 0],
  ['Lighthouse 性能', ({ lighthouse: marks }) => marks?.performance, 0], ['Lighthouse 无障碍', ({ lighthouse: marks }) => marks?.accessibility, 0],
  ['Lighthouse 最佳实践', ({ lighthouse: marks }) => marks?.['best-practices'], 0], ['Lighthouse SEO', ({ lighthouse: marks }) => marks?.seo, 0],
];

function print(entries: readonly RaceEntry[]): void {
  const [ours] = entries;
  console.log(`\n| ${['', ...entries.map(({ name }) => name)].join(' | ')} |\n|${' --- |'.repeat(entries.length + 1)}`);
  for (const [label, value, digits] of rows) {
    const own = ours === undefined ? undefined : value(ours);
    const cells = entries.map((entry) => {
      const mine = value(entry);
      if (mine === undefined) return '—';
      const bound = entry.build.state === 'too long' ? '> ' : '';
      return `${bound}${mine.toFixed(digits)}${entry === ours || own === undefined || own === 0 ? '' : `（×${(mine / own).toFixed(1)}）`}`;
    });
    if (cells.some((cell) => cell !== '—')) console.log(`| ${[label, ...cells].join(' | ')} |`);
  }
}

const contenders = [ourselves(), floor(), contender(starlight), contender(vitepress), contender(docusaurus)]
  .filter(({ name }) => values.only === undefined || name.includes(values.only));
const entries: RaceEntry[] = [];
for (const one of contenders) entries.push(await race(one));
print(entries);
if (whole && values.only === undefined) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const result: Race = {
    date: new Date().toISOString().slice(0, 10), chapters,
    machine: { processor: cpus()[0]?.model.trim() ?? '', cores: cpus().length, memory: Math.round(totalmem() / 2 ** 30), node: process.version, browser: `Chromium ${browser.version()}` },
    entries,
  };
  await browser.close();
  writeFileSync('tests/bench/peers/results.json', `${JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value), 2)}\n`);
}
