import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBook } from '../../src/book/read.ts';
import { checkBook, readAssets } from '../../src/checks/run.ts';

/** `FUZZ_CASES=500 FUZZ_SEED=7 npx vitest run tests/build/fuzz.test.ts` tries more and others. */
const cases = Number(process.env.FUZZ_CASES ?? 50);
const firstSeed = Number(process.env.FUZZ_SEED ?? 1);
/** One chapter takes some milliseconds; whatever takes seconds hangs. */
const patience = 5_000;

/** mulberry32: the same numbers for the same seed, everywhere. */
function randomness(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Fragments that authors leave half-written, mistype or paste. */
const fragments = [
  '$', '$$', '\n$$\n', '```', '\n````python {1}\n', '`', '<', '>', '</Figure>', '<Figure id="fig-', '<Equation id="eq-x">', '<Ref to="', '<Cite id="nobody" />',
  '<Sym kind="key">', '{', '}', '{x}', '{/*', '*/}', '<!--', '-->', '---', '\n---\n', 'import x from "y"\n', 'export const a = 1\n', '\\', '\\frac{', '\\query{', '^{', '_', '&', '%',
  '[', '](', '](/nowhere/)', '![', '[^', '[^note]', '| a | b |\n| - |', '# 标题\n', '###### ', '>', '- ', '1. ', '\n\n', '\t', '\r\n', '\r', '\u0000', '\u202E', '\uFEFF', '\uFFFD', '\u200B',
  '𠮷', '👩‍👩‍👧', 'e\u0301', '：', '「', 'javascript:alert(1)', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'title: ', 'level: none\n', '  - ', '? ', '!!js/function ', '&a *a', '*'.repeat(300), '('.repeat(300), '> '.repeat(200),
];

/** One to four edits: insert a fragment, delete, double, swap or flip a stretch. */
function mutate(text: string, random: (below: number) => number): string {
  let result = text;
  for (let edits = 1 + random(4); edits > 0; edits -= 1) {
    const start = random(result.length + 1);
    const end = Math.min(result.length, start + 1 + random(40));
    const [before, piece, after] = [result.slice(0, start), result.slice(start, end), result.slice(end)];
    result = [
      () => before + (fragments[random(fragments.length)] ?? '') + piece + after,
      () => before + after,
      () => before + piece + piece + after,
      () => before + after.slice(0, 40) + piece + after.slice(40),
      () => before + [...piece].toReversed().join('') + after,
      () => before,
    ][random(result.length > 400 ? 5 : 6)]?.() ?? result;
  }
  return result;
}

describe('the checks of an author’s text', () => {
  const root = mkdtempSync(join(tmpdir(), 'daily-deeplearning-fuzz-'));
  const content = join(root, 'content');
  cpSync('tests/fixtures/checks/valid/content', content, { recursive: true });
  afterAll(() => { rmSync(root, { recursive: true, force: true }); });
  const assets = { publicFiles: readAssets('tests/fixtures/checks/valid').publicFiles, figures: new Set(['Neighbours']) };
  const files = ['ml/knn.mdx', 'ml/knn.mdx', 'ml/knn.mdx', 'ml/svm.mdx', 'about.mdx', 'ml/_part.yaml', 'lexicon.yaml', 'references.bib', 'timeline.yaml'];

  test('have nothing to say about the text that the mutations begin with', () => {
    expect(checkBook(readBook({ root, content }), assets)).toEqual([]);
  });

  test(`survive ${cases} mutations: no exception, no hang, no issue without a place and a hint`, { timeout: cases * patience }, () => {
    let found = 0;
    for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
      const random = randomness(seed);
      const path = files[random(files.length)] ?? '';
      const original = readFileSync(join(content, path), 'utf8');
      const text = mutate(original, random);
      writeFileSync(join(content, path), text);
      const start = performance.now();
      const told = `seed ${seed}, ${path}:\n${text}`;
      let issues: ReturnType<typeof checkBook> = [];
      expect(() => { issues = checkBook(readBook({ root, content }), assets); }, told).not.toThrow();
      expect(performance.now() - start, told).toBeLessThan(patience);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { file, line, column, message, hint } of issues) {
        const said = `${file}:${line}:${column} ${message} → ${hint}\n${told}`;
        expect(file, said).toMatch(/^content\//);
        expect(Number.isInteger(line) && line >= 1 && Number.isInteger(column) && column >= 1, said).toBe(true);
        if (file === `content/${path}`) expect(line, said).toBeLessThanOrEqual(lines);
        expect(message.trim() !== '' && hint.trim() !== '' && !/undefined|\[object|NaN/.test(message + hint), said).toBe(true);
      }
      found += Number(issues.length > 0);
      writeFileSync(join(content, path), original);
    }
    // Most mutations break something; were none noticed, nothing would be looked at.
    expect(found).toBeGreaterThan(cases / 4);
  });
});
