import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildAux } from '../../src/search/build/aux-index.ts';
import { splitAux } from '../../src/search/build/split-aux.ts';
import type { TextGuide } from '../../src/search/guide.ts';
import { coldSite, wireBytes } from '../search/cold.ts';
import { book, grown } from '../search/grown.ts';
import { isActive, queries } from '../search/score.ts';

const folder = 'dist';
/** The first full answer may cost so much, all in all. */
const most = 300 * 1024;
/** What the code of opening search may weigh (search.spec.ts). */
const client = 12 * 1024;
/** Every so many judged queries are asked; `npm run test:full` asks all. */
const step = process.env['FULL'] === '1' ? 1 : 5;

const site = await coldSite(folder);
const written = new Set(site.chapters);
const asked = queries.filter((query) => isActive(query, written)).filter((_, place) => place % step === 0);
const answers = await Array.fromAsync(asked, async ({ q }) => ({ q, ...await site.ask(q) }));

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const quantile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
const report = (name: string, costs: readonly number[]): void =>
  console.log(`${name}: ${costs.length} first queries, KB: ${[0.5, 0.95, 1].map((share) => (quantile(costs, share) / 1024).toFixed(0)).join(' / ')} (median, 95 %, most)`);

describe('the first full answer of a reader who has nothing of search yet', () => {
  test('comes from the full text', () => {
    expect(answers.filter(({ answer }) => answer.fullText !== 'done').map(({ q }) => q)).toEqual([]);
    for (const { fetched } of answers) expect([...fetched].some((path) => path.endsWith('.pf_index'))).toBe(true);
  });

  test('costs at most 300 KB, whatever is asked', () => {
    const bytes = wireBytes(folder);
    const costs = answers.map(({ q, fetched }) => ({ q, cost: client + sum([...fetched].map(bytes)) }));
    report(`${site.chapters.length} chapters`, costs.map(({ cost }) => cost));
    expect(costs.filter(({ cost }) => cost > most)).toEqual([]);
  });

  test('will cost at most 300 KB in a book of 150 chapters, for 95 of 100 queries', () => {
    const bytes = wireBytes(folder, brotliCompressSync);
    const larger = 150 / site.chapters.length;
    const wire = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;
    const aux = grown(buildAux(book));
    const split = splitAux(aux);
    const headings = wire(split?.first ?? aux) + (split === undefined ? 0 : wire(split.rest));
    const { words, sections } = JSON.parse(readFileSync(join(folder, 'pagefind/guide.json'), 'utf8')) as TextGuide;
    const grown150 = (path: string): number => {
      if (path === 'search-index.json' || path === 'pagefind/headings.json') return 0;
      if (path === 'pagefind/guide.json') return wire(words) + larger * wire(sections);
      return bytes(path) * (path.endsWith('.pf_meta') ? larger : 1);
    };
    const costs = answers.map(({ fetched }) => client + headings + sum([...fetched].map(grown150)));
    report('150 chapters, estimated', costs);
    expect(quantile(costs, 0.95)).toBeLessThanOrEqual(most);
  });

  test('fetches small files of the index: Pagefind follows the size that it is told', () => {
    const index = join(folder, 'pagefind/index');
    const sizes = readdirSync(index).map((name) => statSync(join(index, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(16 * 1024);
  });
});
