import type { ResultCache } from '../lib/result-cache.ts';
import type { Book } from './model.ts';

/** What pages take over from the configuration. */
export interface HandOver {
  readonly book: () => Book;
  /** Copies of chapters for other programs, from former builds. */
  readonly copies: ResultCache;
}

const place = Symbol.for('daily-deeplearning.book');
type Holder = { [place]?: HandOver };

/**
 * A build reads the book once: the pages are made in the same process as the configuration runs in, but from a bundle with
 * modules of its own, so nothing that a module holds reaches them.
 */
export function handOver(things: HandOver): void {
  (globalThis as Holder)[place] = things;
}

/** What the configuration left; nothing where none has run, as in tests. */
export function handedOver(): HandOver | undefined {
  return (globalThis as Holder)[place];
}
