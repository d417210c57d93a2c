import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A chapter runs in a copy of its own folder, so a corpus that two sections read stands in both. */
test('the poems of Python and those of the language models are one corpus', () => {
  expect(readFileSync('content/python/poems.txt', 'utf8')).toBe(readFileSync('content/llm/pretrained/poems.txt', 'utf8'));
});
