import type { Book } from './model.ts';

const place = Symbol.for('daily-deeplearning.book');
type Holder = { [place]?: () => Book };

/**
 * A build reads the book once: the pages are made in the same process as the configuration runs in, but from a bundle with
 * modules of its own, so nothing that a module holds reaches them.
 */
export function handOver(read: () => Book): void {
  (globalThis as Holder)[place] = read;
}

/** What the configuration read; nothing where none has run, as in tests. */
export function handedOver(): Book | undefined {
  return (globalThis as Holder)[place]?.();
}
