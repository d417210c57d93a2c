import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptBytes, resultCache } from '../../../src/lib/result-cache.ts';

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
