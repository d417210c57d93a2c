import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { codeHashes, figureName, outputHash, readRecord, recordPath, replaceFiles } from '../../../src/examples/record.ts';
import { cellsIn } from './helpers.ts';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const blocks = (...codes: string[]): string => codes.map((code) => `\`\`\`${code}\n\`\`\`\n`).join('\n');
const hashes = (...codes: string[]): string[] => codeHashes(cellsIn(blocks(...codes)));

describe('the hash of a block', () => {
  test('holds what stands above it: a change makes all below stale, and nothing above', () => {
    const [before, after] = [hashes('python\n1', 'python\n2', 'python\n3'), hashes('python\n1', 'python\n20', 'python\n3')];
    expect(before.map((hash, index) => hash === after[index])).toEqual([true, false, false]);
  });

  test('changes with the order of blocks', () => {
    expect(hashes('python\n1', 'python\n2')[1]).not.toBe(hashes('python\n2', 'python\n1')[1]);
  });

  test.each(['python raises=ValueError', 'python figure=a', 'python raises=ValueError traceback', 'bash run'])(
    'changes with what decides its run: %s', (info) => expect(hashes(`${info}\n1`)).not.toEqual(hashes('python\n1')));

  test.each(['python title="a.py"', 'python {1}', 'python varies', 'python approx=1e-3'])(
    'stays with what only says how it is shown or compared: %s', (info) => expect(hashes(`${info}\n1`)).toEqual(hashes('python\n1')));

  test('cannot be fooled by moving text from one block to the next', () => {
    expect(hashes('python\na\nb', 'python\nc')[1]).not.toBe(hashes('python\na', 'python\nb\nc')[1]);
  });
});

test('the hash of an output is that of its text, also where it varies', () => {
  const [fixed, varying] = cellsIn('```python\n1\n```\n\n```output\n1\n```\n\n```python varies\n1\n```\n\n```output\n2\n```\n');
  expect(fixed && varying && outputHash(fixed) !== outputHash(varying)).toBe(true);
});

test('a figure is named after its chapter', () => {
  expect(figureName('ml/basics/knn', 'loss-curve')).toBe('knn.loss-curve.svg');
});

describe('a record', () => {
  const chapter = { file: 'content/knn.mdx' };
  const whole = { date: '2026-01-02', seconds: 1, versions: {}, environment: '', files: {}, cells: [], figures: {} };

  test.each([
    ['missing', undefined], ['empty', ''], ['cut off', JSON.stringify(whole).slice(0, 40)], ['no record', '[]'],
    ['of another shape', JSON.stringify({ ...whole, cells: [{ code: 1 }] })], ['with a key too many', JSON.stringify({ ...whole, more: 1 })],
  ])('that is %s is none', (_case, text) => {
    const root = place();
    mkdirSync(join(root, 'content'));
    if (text !== undefined) writeFileSync(recordPath(root, chapter), text);
    expect(readRecord(root, chapter)).toBeUndefined();
  });

  test('that is whole is read', () => {
    const root = place();
    mkdirSync(join(root, 'content'));
    writeFileSync(recordPath(root, chapter), JSON.stringify(whole));
    expect(readRecord(root, chapter)).toEqual(whole);
  });
});

describe('replacing files', () => {
  test('replaces all of them and leaves no draft', () => {
    const folder = place();
    writeFileSync(join(folder, 'a'), 'old');
    replaceFiles(new Map<string, string | Uint8Array>([[join(folder, 'a'), 'new'], [join(folder, 'b'), Buffer.from('b')]]));
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual([['a', 'new'], ['b', 'b']]);
  });

  test('replaces none when one cannot be written', () => {
    const folder = place();
    writeFileSync(join(folder, 'a'), 'old');
    expect(() => replaceFiles(new Map([[join(folder, 'a'), 'new'], [join(folder, 'nowhere', 'b'), 'b']]))).toThrow();
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});
