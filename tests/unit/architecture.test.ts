import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve('src');

/** Folder → folders that it may import. A folder may always import itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  styles: [],
  markdown: ['lib'],
  book: ['lib', 'markdown'],
  figures: ['lib'],
  search: ['lib', 'book', 'markdown'],
  examples: ['lib', 'markdown', 'book'],
  checks: ['lib', 'markdown', 'book', 'examples'],
  social: ['lib', 'book'],
  components: ['lib', 'markdown', 'book', 'examples', 'search', 'figures', 'styles'],
  layouts: ['lib', 'markdown', 'book', 'components', 'styles'],
  pages: ['lib', 'markdown', 'book', 'examples', 'search', 'social', 'components', 'layouts', 'styles'],
  integrations: ['lib', 'markdown', 'book', 'examples', 'search', 'checks'],
  cli: ['lib', 'book', 'markdown'],
};

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const statement = /(?:import|export)\s[^'"`;]*?from\s*['"](\.[^'"]+)['"]|import\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** A docstring may show how a module is imported. */
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function arrows(): Arrow[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [...withoutComments(readFileSync(path, 'utf8')).matchAll(statement)].map((match): Arrow => ({
        from: relative(root, path).split(sep).join('/'),
        to: relative(root, resolve(dirname(path), match[1] ?? match[2] ?? '')).split(sep).join('/'),
      }));
    });
}

/** A figure draws the book's own data, so it may import a data file of the content folder. */
const isData = ({ from, to }: Arrow): boolean => from.startsWith('figures/') && /^\.\.\/content\/.*\.json$/.test(to);

const layerOf = (file: string): string => (file.includes('/') ? file.split('/')[0] ?? '' : 'config');

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const follow = (node: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = follow(next, [...trail, node]);
      if (cycle !== undefined) return cycle;
    }
    done.add(node);
    return undefined;
  };
  return [...graph.keys()].map((node) => follow(node, [])).find((cycle) => cycle !== undefined);
}

describe('the import graph of src', () => {
  const all = arrows();

  test('has only arrows that the layers allow', () => {
    const wrong = all.filter((arrow) => !isData(arrow)).filter(({ from, to }) => {
      const [source, target] = [layerOf(from), layerOf(to)];
      return source !== 'config' && source !== target && !layers[source]?.includes(target);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });

  test('has no cycle between files', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of all) graph.set(from, [...graph.get(from) ?? [], to]);
    expect(findCycle(graph)).toBeUndefined();
  });

  test('reaches astro:content from book/load.ts and content.config.ts alone', () => {
    const readers = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|astro)$/.test(name) && /['"]astro:content['"]/.test(readFileSync(join(root, name), 'utf8')))
      .map((name) => name.split(sep).join('/'));
    expect(readers.toSorted()).toEqual(['book/load.ts', 'content.config.ts']);
  });
});
