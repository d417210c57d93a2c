import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptBytes, resultCache, resultFolder } from '../../../src/lib/result-cache.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'results-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

describe('resultCache', () => {
  const file = (): string => join(folder, 'deep/results.json');
  const keep = (entries: Readonly<Record<string, string>>, maker = 'katex@1'): void => {
    const cache = resultCache(file(), maker);
    for (const [input, result] of Object.entries(entries)) cache.set(input, result);
    cache.save();
  };

  test('what one build keeps the next one has', () => {
    keep({ '$x$': '<b>x</b>\n甲' });
    expect(resultCache(file(), 'katex@1').get('$x$')).toBe('<b>x</b>\n甲');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['results.json']);
  });

  test('another version, or other options, find nothing', () => {
    keep({ '$x$': 'x' });
    expect(resultCache(file(), 'katex@2').get('$x$')).toBeUndefined();
  });

  test.each([
    ['one changed letter', (text: string) => text.replace('good', 'evil')],
    ['a file cut off', (text: string) => text.slice(0, -3)],
    ['no seal', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['nonsense', () => '\u0000{]'],
    ['nothing', () => ''],
  ])('%s makes the whole file count for nothing', (_name, harm) => {
    keep({ '$x$': 'good', '$y$': 'y' });
    writeFileSync(file(), harm(readFileSync(file(), 'utf8')));
    const cache = resultCache(file(), 'katex@1');
    expect([cache.get('$x$'), cache.get('$y$')]).toEqual([undefined, undefined]);
  });

  test('what nobody asked for is forgotten', () => {
    keep({ old: '1', used: '2' });
    const cache = resultCache(file(), 'katex@1');
    expect(cache.get('used')).toBe('2');
    cache.save();
    const next = resultCache(file(), 'katex@1');
    expect([next.get('old'), next.get('used')]).toEqual([undefined, '2']);
  });
});

describe('resultFolder', () => {
  const place = (): string => join(folder, 'deep/results');
  const open = (maker = 'mdx@1') => resultFolder(place(), maker);
  const keep = (entries: Readonly<Record<string, string>>): void => {
    const cache = open();
    for (const [input, result] of Object.entries(entries)) cache.set(input, result);
    cache.save();
  };

  test('what one build keeps the next one has', () => {
    keep({ a: '<b>x</b>\n甲', b: '' });
    expect([open().get('a'), open().get('b'), open().get('c')]).toEqual(['<b>x</b>\n甲', '', undefined]);
    expect(readdirSync(place())).toHaveLength(2);
  });

  test('another version, or other options, find nothing', () => {
    keep({ a: 'x' });
    expect(open('mdx@2').get('a')).toBeUndefined();
  });

  test.each([
    ['one changed letter', (text: string) => text.replace('good', 'evil')],
    ['a file cut off', (text: string) => text.slice(0, -3)],
    ['no seal', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['nothing', () => ''],
  ])('%s makes a result count for nothing, and it is made anew', (_name, harm) => {
    keep({ a: 'good' });
    const path = join(place(), readdirSync(place())[0] ?? '');
    writeFileSync(path, harm(readFileSync(path, 'utf8')));
    expect(open().get('a')).toBeUndefined();
    keep({ a: 'good' });
    expect(open().get('a')).toBe('good');
  });

  test('what nobody asked for is forgotten, except by a build that asked for nothing', () => {
    keep({ old: '1', used: '2' });
    open().save();
    const cache = open();
    expect(cache.get('used')).toBe('2');
    cache.save();
    expect([open().get('old'), open().get('used')]).toEqual([undefined, '2']);
  });

  test('a build that finds nothing kept leaves nothing', () => {
    const cache = open();
    expect(cache.get('a')).toBeUndefined();
    expect(() => { cache.save(); }).not.toThrow();
  });
});

describe('keptBytes', () => {
  test('makes once, and again when the file is damaged', async () => {
    let made = 0;
    const make = (): Promise<Buffer> => { made += 1; return Promise.resolve(Buffer.from('picture')); };
    const ask = async (): Promise<string> => (await keptBytes(join(folder, 'cards'), 'svg', make)).toString();
    expect([await ask(), await ask(), made]).toEqual(['picture', 'picture', 1]);
    const [name = ''] = readdirSync(join(folder, 'cards'));
    const path = join(folder, 'cards', name);
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    expect([await ask(), made]).toEqual(['picture', 2]);
  });
});
