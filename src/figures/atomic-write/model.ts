/**
 * A file is written anew in steps, and an accident happens after one of them. Two ways: over the old file, or into a
 * temporary file that then takes the name. Bytes go from the program's buffer to the kernel's page cache to the disk.
 * A killed program loses its buffer; a power cut loses the page cache as well, of which any part may have reached the
 * disk before, in any order, until `fsync` comes back.
 */

import { at } from '../kit/numbers.ts';

export const methods = ['direct', 'temp'] as const;
export type Method = (typeof methods)[number];
export const accidents = ['power', 'kill'] as const;
export type Accident = (typeof accidents)[number];

export interface WriteState {
  readonly accident: Accident;
  /** Whether the program calls `fsync`. */
  readonly sync: boolean;
  /** The accident happens after this step. */
  readonly step: number;
}

export const initialState: WriteState = { accident: 'power', sync: true, step: 2 };

/** Titles in the file before, and in the two calls of `write`. */
export const old = ['春晓', '江雪'] as const;
export const parts = [['春晓', '鹿柴'], ['书事', '江雪']] as const;

export const operations = ['start', 'open', 'write 1', 'write 2', 'flush', 'fsync', 'close', 'replace', 'fsync dir'] as const;
export type Operation = (typeof operations)[number];

export const stepsOf = ({ sync }: Pick<WriteState, 'sync'>): readonly Operation[] => operations.filter((name) => sync || !name.startsWith('fsync'));
export const shownStep = (state: WriteState): number => Math.min(state.step, stepsOf(state).length - 1);

/** What a reader finds under the name afterwards; `torn` is a part of the new file, or new mixed with nothing. */
export const outcomes = ['old', 'empty', 'torn', 'new'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Moment {
  /** Poems in the program's buffer, in the kernel, and surely on the disk, of the file that is being written. */
  readonly buffered: number;
  readonly kernel: number;
  readonly disk: number;
  readonly found: readonly Outcome[];
}

interface Content {
  /** What a program that opens this file now would read. */
  now: Outcome;
  /** What the disk may hold of it. */
  durable: Set<Outcome>;
}

/** After each step: where the poems are, and what an accident would leave under the name. */
export function film(method: Method, { accident, sync }: Pick<WriteState, 'accident' | 'sync'>): readonly Moment[] {
  const before: Content = { now: 'old', durable: new Set(['old']) };
  let file = before;
  let named = before;
  let names = new Set([before]);
  let [buffered, kernel, disk] = [0, 0, 0];
  const act: Readonly<Record<Operation, () => void>> = {
    start: () => undefined,
    open: () => {
      if (method === 'temp') file = { now: 'empty', durable: new Set() };
      file.now = 'empty';
      file.durable.add('empty');
    },
    'write 1': () => { buffered += parts[0].length; },
    'write 2': () => { buffered += parts[1].length; },
    flush: () => {
      [buffered, kernel] = [0, buffered];
      file.now = 'new';
      for (const part of ['torn', 'new'] as const) file.durable.add(part);
    },
    fsync: () => { disk = kernel; file.durable = new Set([file.now]); },
    close: () => undefined,
    replace: () => { if (method === 'temp') { named = file; names.add(file); } },
    'fsync dir': () => { names = new Set([named]); },
  };
  return stepsOf({ sync }).map((name) => {
    act[name]();
    const left = accident === 'kill' ? new Set([named.now]) : new Set([...names].flatMap(({ durable }) => [...durable]));
    return { buffered, kernel, disk, found: outcomes.filter((outcome) => left.has(outcome)) };
  });
}

export const momentOf = (method: Method, state: WriteState): Moment => at(film(method, state), shownStep(state));
export const sound = ({ found }: Moment): boolean => found.every((outcome) => outcome === 'old' || outcome === 'new');
