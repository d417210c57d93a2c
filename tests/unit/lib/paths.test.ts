import { expect, test } from 'vitest';
import { chapterPath, withBase } from '../../../src/lib/paths.ts';

test.each([
  ['/', '/llm/', '/llm/'],
  ['/base/', '/llm/#top', '/base/llm/#top'],
  ['/base', '/llm/', '/base/llm/'],
  ['/base/', 'llm/', '/base/llm/'],
  ['/base/', '/', '/base/'],
])('below %s the address %s is %s', (base, path, expected) => expect(withBase(base, path)).toBe(expected));

test('a chapter stands at its id, with a slash at both ends', () => {
  expect(chapterPath('llm/transformer/masks')).toBe('/llm/transformer/masks/');
});
