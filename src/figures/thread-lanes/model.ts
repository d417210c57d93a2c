/**
 * Eight shards of a corpus, indexed by several workers. A shard is read (the worker waits) and then computed (the worker
 * needs a core, and under the GIL the one token); at the end the main thread merges. Times are milliseconds.
 */

import { at, range } from '../kit/numbers.ts';

export const modes = ['gil', 'process', 'free'] as const;
export type Mode = (typeof modes)[number];

export interface LanesState {
  readonly mode: Mode;
  /** Share of a shard's time that is reading, in percent. */
  readonly io: number;
  readonly workers: number;
  readonly cores: number;
}

export const limits = { workers: 8, cores: 8, ioStep: 10 } as const;
export const initialState: LanesState = { mode: 'gil', io: 60, workers: 4, cores: 4 };

export const work = { shards: 8, shard: 50, merge: 20 } as const;
/** CPython's switch interval; what a new process costs; how much slower free-threaded code computes. */
export const costs = { slice: 5, start: 40, free: 1.1 } as const;
/** Every time in the model is a whole number of these. */
const tick = 0.5;

export type Kind = 'start' | 'read' | 'run' | 'wait' | 'merge';

export interface Segment {
  /** 0..workers − 1; the merge stands in lane `workers`. */
  readonly lane: number;
  readonly kind: Kind;
  /** 1-based; 0 where it belongs to no shard. */
  readonly shard: number;
  readonly from: number;
  readonly to: number;
}

export interface Schedule {
  readonly segments: readonly Segment[];
  readonly total: number;
  readonly speedup: number;
  /** Time within the workers' phase in which every token lies idle. */
  readonly idle: number;
}

/** One worker, no threads. */
export const serial = work.shards * work.shard + work.merge;

export const readTime = ({ io }: Pick<LanesState, 'io'>): number => (work.shard * io) / 100;
export const runTime = (state: Pick<LanesState, 'io'>): number => work.shard - readTime(state);

/** How many may compute at once. */
export const tokens = ({ mode, cores }: LanesState): number => (mode === 'gil' ? 1 : cores);

interface Worker {
  kind: Exclude<Kind, 'merge'> | 'done';
  shard: number;
  left: number;
  /** Of its slice. */
  used: number;
}

export function schedule(state: LanesState): Schedule {
  const slow = state.mode === 'free' ? costs.free : 1;
  const [read, run] = [readTime(state), Math.round((runTime(state) * slow) / tick) * tick];
  const segments: Segment[] = [];
  const open = new Map<number, { kind: Worker['kind']; shard: number; from: number }>();
  const workers: Worker[] = range(state.workers).map(() => ({ kind: 'done', shard: 0, left: 0, used: 0 }));
  const queue: number[] = [];
  let next = 0;
  let now = 0;
  let idle = 0;

  /** Closes the lane's segment where its kind or shard changes. */
  const mark = (lane: number): void => {
    const { kind, shard } = at(workers, lane);
    const last = open.get(lane);
    if (last?.kind === kind && last.shard === shard) return;
    if (last !== undefined && last.kind !== 'done' && last.from < now) segments.push({ lane, kind: last.kind, shard: last.shard, from: last.from, to: now });
    open.set(lane, { kind, shard, from: now });
  };
  const queueUp = (lane: number): void => {
    at(workers, lane).kind = 'wait';
    queue.push(lane);
  };
  const compute = (lane: number): void => {
    at(workers, lane).left = run;
    queueUp(lane);
  };
  const begin = (lane: number): void => {
    const worker = at(workers, lane);
    worker.used = 0;
    if (next === work.shards) worker.kind = 'done';
    else {
      next += 1;
      worker.shard = next;
      if (read > 0) [worker.kind, worker.left] = ['read', read];
      else compute(lane);
    }
  };
  const fill = (): void => {
    while (queue.length > 0 && workers.filter(({ kind }) => kind === 'run').length < tokens(state)) {
      const worker = at(workers, queue.shift() ?? 0);
      [worker.kind, worker.used] = ['run', 0];
    }
  };

  for (const lane of range(state.workers)) {
    if (state.mode === 'process') Object.assign(at(workers, lane), { kind: 'start', left: costs.start });
    else begin(lane);
  }
  fill();
  range(state.workers).forEach(mark);
  while (workers.some(({ kind }) => kind !== 'done')) {
    if (!workers.some(({ kind }) => kind === 'run')) idle += tick;
    now += tick;
    const spent: number[] = [];
    workers.forEach((worker, lane) => {
      if (worker.kind === 'done' || worker.kind === 'wait') return;
      worker.left -= tick;
      if (worker.kind === 'run') {
        worker.used += tick;
        if (worker.left === 0) begin(lane);
        else if (worker.used >= costs.slice) spent.push(lane);
      } else if (worker.left === 0) {
        if (worker.kind === 'start' || run === 0) begin(lane);
        else compute(lane);
      }
    });
    // Who has just come stands before who gives the token back; nobody waits: the holder keeps it.
    for (const lane of spent) if (queue.length > 0) queueUp(lane);
    fill();
    range(state.workers).forEach(mark);
  }
  const end = now + work.merge * slow;
  segments.push({ lane: state.workers, kind: 'merge', shard: 0, from: now, to: end });
  return { segments, total: end, speedup: serial / end, idle };
}

/** The least time that any schedule needs: the merge, and the longer of everybody's share and all the computing. */
export const bound = (state: LanesState): number =>
  serial / (work.merge + Math.max((work.shards * work.shard) / state.workers, (work.shards * runTime(state)) / tokens(state)));

/** Amdahl: a share `f` of the work is done one after the other, the rest by `n` at once. */
export const amdahl = (f: number, n: number): number => 1 / (f + (1 - f) / n);

/** What only one can do at a time: under the GIL all the computing, else the merge alone. */
export const oneByOne = (state: LanesState): number =>
  (work.merge + (state.mode === 'gil' ? work.shards * runTime(state) : 0)) / serial;
