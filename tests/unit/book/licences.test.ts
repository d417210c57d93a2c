import { describe, expect, test } from 'vitest';
import { licencesIn, passable, shippedWorks } from '../../../src/book/licences.ts';

test.each([
  ['MIT', ['MIT']],
  ['MIT AND Apache-2.0', ['MIT', 'Apache-2.0']],
  ['(MIT OR GPL-3.0)', ['MIT', 'GPL-3.0']],
  ['', []],
])('%s names %j', (expression, expected) => expect(licencesIn(expression)).toEqual(expected));

describe.each(shippedWorks().map((work) => [work.name, work] as const))('%s, which readers receive', (_name, { licence, version, texts, files }) => {
  test('may be passed on', () => {
    const names = licencesIn(licence);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !passable.has(name))).toEqual([]);
  });

  test('brings its version and every text of its licence', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(texts).toHaveLength(files.length);
    for (const text of texts) expect(text.length).toBeGreaterThan(500);
    expect(texts.join('\n')).not.toContain('Licenses of bundled dependencies');
  });
});
