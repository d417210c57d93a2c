import { expect, test } from 'vitest';
import { formulaCharacters } from '../../../src/markdown/formula-characters.ts';

const drawn = (...tex: string[]) => [...formulaCharacters(tex.map((formula) => ({ tex: formula, display: false })))].toSorted().join('');

test('what is drawn counts, not what is written', () => {
  expect(drawn(String.raw`\alpha\le\sum`)).toBe('αα≤∑'.split('').filter((c, i, all) => all.indexOf(c) === i).toSorted().join(''));
});

test('entities are the characters that they stand for', () => {
  expect(drawn('a<b')).toContain('<');
  expect(drawn('a<b')).not.toContain('&');
});

test('colour macros draw their argument', () => {
  expect(drawn(String.raw`\query{Q}`)).toBe('Q');
});
