/**
 * A small dict as CPython keeps it (Objects/dictobject.c): a table of slots that holds numbers of entries, and the
 * entries in the order of insertion. Keys are whole numbers from 0 up, so each is its own hash.
 */

import { at, range, replaced } from '../kit/numbers.ts';

export interface SlotsState {
  /** Keys divided by commas; `-` before a key deletes it. */
  readonly program: string;
  readonly step: number;
}

export interface Deed { readonly key: number; readonly remove: boolean }

/** In a slot: the number of an entry, or one of these. */
export const unused = -1;
export const dummy = -2;

export interface Frame {
  readonly slots: readonly number[];
  /** Key of each entry; `null` where it was deleted. */
  readonly entries: readonly (number | null)[];
  /** Slots that this deed has looked at so far, the present one last. */
  readonly path: readonly number[];
  /** Which deed; −1 before the first. */
  readonly deed: number;
  readonly said: string;
}

export const limits = { deeds: 8, largest: 999_999, characters: 60 } as const;

export const programs: readonly (readonly [string, string])[] = [
  ['3, 11, 19, 27, 35', '都想要 3 号槽'],
  ['3, 4, 5, 6, 7', '连号'],
  ['3, 11, 3, 19', '同一个键再写一次'],
  ['3, 11, 19, -11, 27, 11', '删掉再写'],
  ['3, 11, 19, 27, 35, 43', '放不下，扩成 16 槽'],
];

/** The deeds of a text, or `undefined` when it cannot be read. */
export function deeds(program: string): readonly Deed[] | undefined {
  const words = program.split(/[,，、\s]+/u).filter((word) => word !== '');
  if (words.length < 1 || words.length > limits.deeds) return undefined;
  const list = words.map((word) => ({ key: Number(word.replace(/^[-−]/u, '')), remove: /^[-−]/u.test(word), sound: /^[-−]?\d+$/u.test(word) }));
  return list.every(({ key, sound }) => sound && key <= limits.largest) ? list : undefined;
}

export interface Probe { readonly slot: number; readonly perturb: number }

/** The slots of a hash in the order in which they are tried. */
export function probes(hash: number, size: number, count: number): readonly Probe[] {
  const mask = size - 1;
  const list: Probe[] = [{ slot: hash & mask, perturb: hash }];
  while (list.length < count) {
    const { slot, perturb } = at(list, list.length - 1);
    const next = perturb >>> 5;
    list.push({ slot: (5 * slot + next + 1) & mask, perturb: next });
  }
  return list;
}

/** How many entries a table takes before it grows. */
export const usable = (size: number): number => Math.floor((2 * size) / 3);

/** The table that grows out of `used` keys: the smallest power of two, at least 8, that is not below three times as many. */
function grown(used: number): number {
  let size = 8;
  while (size < 3 * used) size *= 2;
  return size;
}

const long = 32;

function rebuilt(keys: readonly number[]): readonly number[] {
  const slots = Array.from({ length: grown(keys.length) }, () => unused);
  keys.forEach((key, entry) => {
    const home = probes(key, slots.length, long).find(({ slot }) => slots[slot] === unused);
    if (home !== undefined) slots[home.slot] = entry;
  });
  return slots;
}

/** Words for the step from one probe to the next. */
function onward(from: Probe, to: Probe, size: number): string {
  return `下一格 (5×${from.slot} + ${to.perturb} + 1) % ${size} = ${to.slot}`;
}

function execute({ key, remove }: Deed, deed: number, before: Frame): Frame[] {
  const frames: Frame[] = [];
  let { slots, entries } = before;
  const walk = probes(key, slots.length, long);
  let path: number[] = [];
  for (const [turn, probe] of walk.entries()) {
    const { slot } = probe;
    path = [...path, slot];
    const held = at(slots, slot);
    const say = (said: string): void => { frames.push({ slots, entries, path, deed, said }); };
    const head = turn === 0 ? `${key} % ${slots.length} = ${slot}，看 ${slot} 号槽：` : `${slot} 号槽：`;
    if (held === unused) {
      if (!remove) break;
      say(`${head}空的，没有 ${key}，KeyError`);
      return frames;
    }
    if (held !== dummy && entries[held] === key) {
      if (remove) {
        slots = replaced(slots, slot, dummy);
        entries = replaced(entries, held, null);
      }
      say(remove ? `${head}正是 ${key}；条目 ${held} 清掉，槽里留个记号 ×` : `${head}正是 ${key}，只换值，位置不动`);
      return frames;
    }
    say(`${head}${held === dummy ? '只剩记号' : `条目 ${held} 是 ${entries[held] ?? ''}，不是 ${key}`}，${onward(probe, at(walk, turn + 1), slots.length)}`);
  }
  // The key is new. A full table grows first, and the key starts again in the larger one.
  if (entries.length >= usable(slots.length)) {
    const kept = entries.filter((entry) => entry !== null);
    const size = slots.length;
    [slots, entries] = [rebuilt(kept), kept];
    frames.push({ slots, entries, path: [], deed, said: `${usable(size)} 个条目的位置用完了，重建成 ${slots.length} 个槽` });
    path = [];
  }
  const again = probes(key, slots.length, long);
  const free = again.findIndex(({ slot }) => at(slots, slot) < 0);
  const { slot } = at(again, free);
  const reused = at(slots, slot) === dummy;
  if (path.length === 0) path = again.slice(0, free + 1).map((probe) => probe.slot);
  else if (reused) path = [...path, slot];
  const head = reused ? `${at(path, path.length - 2)} 号槽空的，没有 ${key}；退回 ` : path.length === 1 ? `${key} % ${slots.length} = ${slot}，` : '';
  entries = [...entries, key];
  slots = replaced(slots, slot, entries.length - 1);
  frames.push({ slots, entries, path, deed, said: `${head}${slot} 号槽${reused ? '，它留着记号，可以再用' : '空着'}；${key} 记成条目 ${entries.length - 1}` });
  return frames;
}

/** One frame before the start, then one for each slot that is looked at. */
export function film(program: string): readonly Frame[] {
  const frames: Frame[] = [{ slots: range(8).map(() => unused), entries: [], path: [], deed: -1, said: '8 个空槽，没有条目' }];
  for (const [deed, todo] of (deeds(program) ?? []).entries()) frames.push(...execute(todo, deed, at(frames, frames.length - 1)));
  return frames;
}

/** `list(d)`: the entries in their order, without the holes. */
export const keysOf = ({ entries }: Frame): readonly number[] => entries.filter((entry) => entry !== null);

const example = at(programs, 0)[0];
export const initialState: SlotsState = { program: example, step: film(example).length - 1 };
