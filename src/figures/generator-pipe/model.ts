/**
 * Four generators in a row, as the chapter's listing has them: lines → sentences → bigrams → batches. One call of
 * `next()` at the end is played event by event: a pull goes up, a value comes down, or a generator ends.
 * The list version fills every stage before the next begins.
 */

import { at } from '../kit/numbers.ts';

/** First couplets of three quatrains of the chapter's corpus. */
export const rows = ['白日依山尽，黄河入海流。', '春眠不觉晓，处处闻啼鸟。', '移舟泊烟渚，日暮客愁新。'] as const;

export const modes = ['lazy', 'list'] as const;
export type Mode = (typeof modes)[number];

export interface PipeState {
  readonly mode: Mode;
  /** How many of `rows` the file has. */
  readonly count: number;
  /** Bigrams in a batch. */
  readonly size: number;
  readonly step: number;
}

export const limits = { count: rows.length, size: 5, step: 200 } as const;
export const initialState: PipeState = { mode: 'lazy', count: 2, size: 3, step: 12 };

/** From the file down; a place in this list is a stage. */
export const stages = ['lines', 'every_sentence', 'every_bigram', 'batched'] as const;
const last = stages.length - 1;

export const sentences = (row: string): string[] => row.split(/[，。]/u).filter((part) => part !== '');
export const bigrams = (sentence: string): string[] => [...sentence].slice(1).map((_letter, i) => sentence.slice(i, i + 2));

/** `waiting`: running, but its own `next()` upstream has not come back. */
export type Status = 'created' | 'running' | 'waiting' | 'suspended' | 'closed';

export interface Lane {
  readonly status: Status;
  /** Line of its function in the chapter's listing where it waits; 0 when it runs, has not begun or has ended. */
  readonly line: number;
  /** What its variable has in hand; for the last stage the batch. */
  readonly held: readonly string[];
}

export interface Frame {
  readonly lanes: readonly Lane[];
  readonly event: 'start' | 'pull' | 'give' | 'stop' | 'fill';
  /** The stage that is pulled, gives, ends or is filled. */
  readonly stage: number;
  /** What came down. */
  readonly value: readonly string[];
  /** Lines, sentences and bigrams in memory. */
  readonly items: number;
  /** Batches that have arrived. */
  readonly batches: number;
}

/** Line numbers of the listing: the `for`, the `yield`; for the last stage also the `yield` of a short batch. */
const forLine = [2, 2, 2, 3] as const;
const yieldLine = [3, 4, 4, 6] as const;
const shortYield = 9;

function lazyFilm(count: number, size: number): Frame[] {
  const lanes: Lane[] = stages.map(() => ({ status: 'created', line: 0, held: [] }));
  let batches = 0;
  const frames: Frame[] = [];
  const record = (event: Frame['event'], stage: number, value: readonly string[] = []): void => {
    const items = lanes.reduce((total, { held }, place) => total + (place === 2 ? 0 : held.length), 0);
    // The bigram that comes down is not in the batch yet.
    frames.push({ lanes: [...lanes], event, stage, value, batches, items: items + (event === 'give' && stage === 2 ? 1 : 0) });
  };
  const set = (stage: number, status: Status, line: number, held: readonly string[]): void => { lanes[stage] = { status, line, held }; };

  /** What is left of the line or the sentence in hand, by stage. */
  const queue: string[][] = [rows.slice(0, count), [], []];
  let drained = false;
  record('start', last);

  function pull(stage: number): readonly string[] | undefined {
    const { held } = at(lanes, stage);
    const batch: string[] = [];
    set(stage, 'running', 0, stage === last ? [] : held);
    record('pull', stage);
    const wait = (): readonly string[] | undefined => {
      set(stage, 'waiting', at(forLine, stage), [...(stage === last ? batch : [])]);
      return pull(stage - 1);
    };
    let value: readonly string[] = [];
    if (stage === last) {
      while (!drained && batch.length < size) {
        const item = wait();
        if (item === undefined) drained = true;
        else batch.push(...item);
      }
      value = [...batch];
    } else {
      while (at(queue, stage).length === 0 && stage > 0) {
        const above = wait();
        if (above === undefined) break;
        queue[stage] = stage === 1 ? sentences(at(above, 0)) : bigrams(at(above, 0));
      }
      value = at(queue, stage).splice(0, 1);
    }
    if (value.length === 0) {
      set(stage, 'closed', 0, []);
      record('stop', stage);
      return undefined;
    }
    set(stage, 'suspended', stage === last && value.length < size ? shortYield : at(yieldLine, stage), value);
    if (stage === last) batches += 1;
    record('give', stage, value);
    return value;
  }

  while (pull(last) !== undefined);
  return frames;
}

function listFilm(count: number, size: number): Frame[] {
  const lines = rows.slice(0, count);
  const parts = lines.flatMap(sentences);
  const pairs = parts.flatMap(bigrams);
  const groups = pairs.flatMap((_pair, i) => (i % size === 0 ? [pairs.slice(i, i + size).join(' ')] : []));
  const full: readonly (readonly string[])[] = [lines, parts, pairs, groups];
  return [-1, 0, 1, 2, 3].map((stage) => ({
    lanes: full.map((held, place): Lane => (place <= stage ? { status: 'closed', line: 0, held } : { status: 'created', line: 0, held: [] })),
    event: stage < 0 ? 'start' : 'fill',
    stage: Math.max(stage, 0),
    value: [],
    items: full.slice(0, Math.min(stage, 2) + 1).reduce((total, held) => total + held.length, 0),
    batches: stage === last ? groups.length : 0,
  }));
}

export const film = ({ mode, count, size }: Pick<PipeState, 'mode' | 'count' | 'size'>): readonly Frame[] =>
  (mode === 'lazy' ? lazyFilm(count, size) : listFilm(count, size));

/** The first frame after `from` at which a call of `next()` by the reader comes back; the last frame when there is none. */
export function afterNext(frames: readonly Frame[], from: number): number {
  const place = frames.findIndex(({ event, stage }, i) => i > from && (event === 'fill' || ((event === 'give' || event === 'stop') && stage === last)));
  return place < 0 ? frames.length - 1 : place;
}
