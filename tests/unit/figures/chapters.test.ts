import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readBook } from '../../../src/book/read.ts';

const folder = resolve('src/figures');
const moved = readdirSync(folder).map((name) => join(folder, name, 'element.ts')).filter((path) => !path.includes(`${join('figures', 'kit')}`) && existsSync(path));

test('every figure that can be moved belongs to a chapter of the outline', () => {
  const { book } = readBook({ root: resolve('.'), content: resolve('content') });
  const homes = moved.map((path) => /chapter: '([^']+)'/.exec(readFileSync(path, 'utf8'))?.[1] ?? path);
  expect(homes.filter((id) => !book.entries.has(id))).toEqual([]);
  expect(homes.length).toBeGreaterThan(5);
});
