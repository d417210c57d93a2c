/**
 * `npm run bench`: builds generated books of 100, 300 and 1,000 chapters and prints seconds per page and peak memory.
 * Other sizes: `npm run bench -- 50 200`; `npm run bench -- search` measures search instead (search.ts). Times are those of this machine; growth and memory are what to look at.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateBook } from './generate.ts';
import { benchSearch } from './search.ts';

interface Measurement {
  readonly chapters: number;
  readonly wall: number;
  readonly cpu: number;
  /** Peak resident memory of the building process, in MiB; Pagefind's own process is not counted. */
  readonly memory: number;
}

function measure(chapters: number, folder: string): Measurement {
  const usage = join(folder, 'usage.json');
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: generateBook(join(folder, 'content'), chapters),
      OUT_DIR: join(folder, 'dist'),
      CACHE_DIR: join(folder, 'cache'),
      BENCH_USAGE_FILE: usage,
      NODE_OPTIONS: `--import ${pathToFileURL('tests/bench/usage.mjs').href} --max-old-space-size=8192`,
    },
  });
  if (status !== 0) throw new Error(`构建 ${chapters} 章失败：\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  const { cpu, memory } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; memory: number };
  return { chapters, wall: (performance.now() - start) / 1000, cpu, memory };
}

function benchBuild(sizes: readonly number[]): void {
  const rows: Measurement[] = [];
  console.log('章数    墙钟 s   CPU s    每页 CPU ms   峰值内存 MiB');
  for (const size of sizes.length > 0 ? sizes : [100, 300, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'daily-deeplearning-bench-'));
    try {
      const row = measure(size, folder);
      rows.push(row);
      console.log([
        String(row.chapters).padEnd(7), row.wall.toFixed(1).padStart(6), row.cpu.toFixed(1).padStart(8),
        (1000 * row.cpu / row.chapters).toFixed(0).padStart(11), row.memory.toFixed(0).padStart(15),
      ].join(' '));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) {
    const slope = (key: 'cpu' | 'memory') => (last[key] - first[key]) / (last.chapters - first.chapters);
    console.log(`每多一章：CPU ${(1000 * slope('cpu')).toFixed(0)} ms，内存 ${slope('memory').toFixed(2)} MiB`);
  }
}

const sizes = process.argv.slice(2).map(Number).filter((size) => Number.isInteger(size) && size > 0);
if (process.argv[2] === 'search') await benchSearch(sizes);
else benchBuild(sizes);
