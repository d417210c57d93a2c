import { describe, expect, test } from 'vitest';
import { countHan, readingMinutes } from '../../../src/lib/chinese.ts';

test('countHan counts characters, not code units, and no punctuation', () => {
  expect(countHan('注意力，𠮷 is 1。')).toBe(4);
});

describe('readingMinutes', () => {
  const minutes = (prose: string, formulas = 0, codeLines = 0) => readingMinutes({ prose, formulas, codeLines });

  test('an empty chapter takes a minute', () => expect(minutes('')).toBe(1));
  test('300 characters a minute', () => expect(minutes('字'.repeat(3000))).toBe(10));
  test('formulas and lines of code take their time', () => expect(minutes('', 100, 150)).toBe(8));
  test('a Latin word counts as a word, not by its letters', () => expect(minutes('transformer '.repeat(400))).toBe(2));
});
