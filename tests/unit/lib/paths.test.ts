import { expect, test } from 'vitest';
import { asBase, chapterPath, withBase } from '../../../src/lib/paths.ts';

test.each([
  ['/', '/llm/', '/llm/'],
  ['/base/', '/llm/#top', '/base/llm/#top'],
  ['/base', '/llm/', '/base/llm/'],
  ['/base/', 'llm/', '/base/llm/'],
  ['/base/', '/', '/base/'],
])('below %s the address %s is %s', (base, path, expected) => expect(withBase(base, path)).toBe(expected));

test.each([
  [undefined, '/'], ['', '/'], ['/', '/'], ['book', '/book/'], ['/book', '/book/'], ['book/', '/book/'], ['/a/b/', '/a/b/'], ['//', '/'],
])('the base %j is written %s', (text, expected) => expect(asBase(text)).toBe(expected));

test('a chapter stands at its id, with a slash at both ends', () => {
  expect(chapterPath('llm/transformer/masks')).toBe('/llm/transformer/masks/');
});
