/** Page replacement: which page leaves when memory is full. */

import { at, range } from '../kit/numbers.ts';

export const policies = ['fifo', 'lru', 'opt', 'clock'] as const;
export type Policy = (typeof policies)[number];
export const names: Readonly<Record<Policy, string>> = { fifo: 'FIFO', lru: 'LRU', opt: 'OPT', clock: '时钟' };

export interface PagingState {
  /** Page numbers in the order of access. */
  readonly accesses: readonly number[];
  readonly frames: number;
  readonly policy: Policy;
  /** How many accesses have happened. */
  readonly step: number;
}

/** One access: what lies in the frames afterwards, `undefined` where a frame is still free. */
export interface Access {
  readonly page: number;
  readonly frames: readonly (number | undefined)[];
  readonly fault: boolean;
  /** The frame that was used, and the page that had to leave it. */
  readonly frame: number;
  readonly evicted: number | undefined;
}

/** The reference string of Belady's anomaly: FIFO has 9 faults with three frames and 10 with four. */
export const initialState: PagingState = { accesses: [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5], frames: 3, policy: 'fifo', step: 12 };

interface Memory {
  readonly pages: (number | undefined)[];
  readonly loaded: number[];
  readonly used: number[];
  /** Clock: reference bits and the hand. */
  readonly referenced: boolean[];
  hand: number;
}

const smallest = (values: readonly number[]): number => values.indexOf(Math.min(...values));

/** Skips referenced frames, taking their bit, until one without it comes. */
function turnClock(memory: Memory): number {
  while (memory.referenced[memory.hand] === true) {
    memory.referenced[memory.hand] = false;
    memory.hand = (memory.hand + 1) % memory.pages.length;
  }
  const frame = memory.hand;
  memory.hand = (frame + 1) % memory.pages.length;
  return frame;
}

function victim(memory: Memory, policy: Policy, future: readonly number[]): number {
  const free = memory.pages.indexOf(undefined);
  if (policy === 'clock') return turnClock(memory);
  if (free >= 0) return free;
  if (policy === 'fifo') return smallest(memory.loaded);
  if (policy === 'lru') return smallest(memory.used);
  const next = memory.pages.map((page) => { const index = future.indexOf(page ?? -1); return index < 0 ? Infinity : index; });
  return next.indexOf(Math.max(...next));
}

/** Every access in turn. */
export function simulate({ accesses, frames, policy }: Omit<PagingState, 'step'>): Access[] {
  const memory: Memory = {
    pages: range(frames).map(() => undefined), loaded: range(frames).map(() => -1), used: range(frames).map(() => -1),
    referenced: range(frames).map(() => false), hand: 0,
  };
  return accesses.map((page, time): Access => {
    const found = memory.pages.indexOf(page);
    const fault = found < 0;
    const frame = fault ? victim(memory, policy, accesses.slice(time + 1)) : found;
    const evicted = fault ? memory.pages[frame] : undefined;
    if (fault) memory.loaded[frame] = time;
    memory.pages[frame] = page;
    memory.used[frame] = time;
    memory.referenced[frame] = true;
    return { page, frames: [...memory.pages], fault, frame, evicted };
  });
}

export function countFaults(state: Omit<PagingState, 'step'>): number {
  return simulate(state).filter(({ fault }) => fault).length;
}

/** The policies side by side, for the same string. */
export function comparison(state: PagingState): string {
  return policies.map((policy) => `${names[policy]} ${countFaults({ ...state, policy })}`).join('，');
}

export const shownAccesses = (state: PagingState): Access[] => simulate(state).slice(0, Math.min(state.step, state.accesses.length));
export const lastAccess = (state: PagingState): Access | undefined => {
  const list = shownAccesses(state);
  return list.length === 0 ? undefined : at(list, list.length - 1);
};
