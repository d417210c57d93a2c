import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readBook } from '../../../src/book/read.ts';
import { parseMeta } from '../../../src/markdown/code-meta.ts';

const content = resolve('content');
const { book } = readBook({ root: resolve('.'), content });

/** Fences whose title names a file beside their chapter, with the text of that file. */
const listings = book.chapters.flatMap(({ id, file, facts }) => facts.fences.flatMap(({ meta, code, line }) => {
  const path = resolve(dirname(join(content, id)), parseMeta(meta).title ?? '.');
  const named = path.startsWith(content) && existsSync(path) && statSync(path).isFile();
  return named ? [{ place: `${file}:${line}`, code, text: readFileSync(path, 'utf8') }] : [];
}));

/** A piece begins and ends where lines of the file do. */
const stands = (code: string, text: string): boolean => `\n${text}`.includes(`\n${code}\n`);

test('a fence that is titled with a file beside its chapter shows a contiguous piece of that file', () => {
  expect(listings.filter(({ code, text }) => !stands(code, text)).map(({ place }) => place)).toEqual([]);
});

test('the package of the last day of Python is shown from its files', () => {
  expect(listings.filter(({ place }) => place.includes('day15-capstone')).length).toBeGreaterThan(5);
});

test('a piece that differs in one word, or is cut within a line, does not stand in the file', () => {
  expect(stands('b = 2', 'a = 1\nb = 2\n')).toBe(true);
  expect(stands('b = 3', 'a = 1\nb = 2\n')).toBe(false);
  expect(stands('= 2', 'a = 1\nb = 2\n')).toBe(false);
});
