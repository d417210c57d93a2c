/**
 * `npm run bench`: builds generated books of 100, 300 and 1,000 chapters, each from nothing and once more unchanged, and prints
 * seconds per page and peak memory. Other sizes: `npm run bench -- 50 200`; `npm run bench -- search` measures search instead
 * (search.ts), `npm run bench -- load` a served chapter (load.ts). Times are those of this machine; growth and memory are what to look at.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateBook } from './generate.ts';
import { benchLoad } from './load.ts';
import { measure, type Usage } from './measure.ts';
import { benchSearch } from './search.ts';

async function build(folder: string): Promise<Usage> {
  const usage = await measure({
    command: process.execPath,
    args: ['--max-old-space-size=8192', 'node_modules/astro/bin/astro.mjs', 'build'],
    folder: resolve('.'),
    env: { CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'dist'), CACHE_DIR: join(folder, 'cache') },
  });
  if (usage.status !== 0) throw new Error(`构建失败：\n${usage.output.slice(-2000)}`);
  return usage;
}

interface Row {
  readonly chapters: number;
  readonly cold: Usage;
  readonly warm: Usage;
}

async function benchBuild(sizes: readonly number[]): Promise<void> {
  const rows: Row[] = [];
  console.log('章数    首次   墙钟 s   CPU s    每页 CPU ms   峰值内存 MiB');
  for (const chapters of sizes.length > 0 ? sizes : [100, 300, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'daily-deeplearning-bench-'));
    try {
      generateBook(join(folder, 'content'), chapters);
      const row = { chapters, cold: await build(folder), warm: await build(folder) };
      rows.push(row);
      for (const [name, { wall, cpu, memory }] of [['从零', row.cold], ['未变', row.warm]] as const) {
        console.log([
          String(chapters).padEnd(7), name, wall.toFixed(1).padStart(9), cpu.toFixed(1).padStart(8),
          (1000 * cpu / chapters).toFixed(0).padStart(11), memory.toFixed(0).padStart(15),
        ].join(' '));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) {
    const slope = (key: 'cpu' | 'memory') => (last.cold[key] - first.cold[key]) / (last.chapters - first.chapters);
    console.log(`每多一章：CPU ${(1000 * slope('cpu')).toFixed(0)} ms，内存 ${slope('memory').toFixed(2)} MiB`);
  }
}

const sizes = process.argv.slice(2).map(Number).filter((size) => Number.isInteger(size) && size > 0);
if (process.argv[2] === 'search') await benchSearch(process.argv.slice(3));
else if (process.argv[2] === 'load') await benchLoad();
else await benchBuild(sizes);
