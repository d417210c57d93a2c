import { afterEach, expect, test, vi } from 'vitest';
import { contentFolder } from '../../../src/book/folder.ts';
import { handedOver, handOver } from '../../../src/book/hand-over.ts';
import { readBook } from '../../../src/book/read.ts';
import { memoryCache } from '../../../src/lib/result-cache.ts';

afterEach(() => { vi.resetModules(); });

test('nothing is handed over until a configuration has run', () => {
  expect(handedOver()).toBeUndefined();
});

test('a second copy of the modules, as the bundle of the pages is, finds the book that was read', async () => {
  const { book } = readBook(contentFolder());
  handOver({ book: () => book, copies: memoryCache() });
  vi.resetModules();
  const copy = await import('../../../src/book/hand-over.ts');
  expect(copy.handOver).not.toBe(handOver);
  expect(copy.handedOver()?.book()).toBe(book);
});
