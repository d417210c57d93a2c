/** A bigram model of characters with add-k smoothing, from the counts that tang (content/python/tang) made. */

import { at, randomNumbers, sum } from '../kit/numbers.ts';

export interface DeskState {
  /** What is written so far, at least one character; the edge as the last one ends the poem. */
  readonly line: string;
  /** Place in `strengths`. */
  readonly k: number;
  readonly temperature: number;
  readonly seed: number;
}

/** The file `day15-capstone/follow.json`: `rows['春']` is `风6日2…`, most frequent first, a count of 1 left out. */
export interface Follow {
  /** Characters of the vocabulary, with the edge and the unknown one. */
  readonly size: number;
  readonly rows: Readonly<Record<string, string>>;
}

/** Stands before and behind every poem. */
export const edge = '\n';
/** Stands for every character that is not in the training poems. */
const unknown = '□';
export const strengths = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;
export const longest = 24;
export const starts = '春花不人江日月山一夜风无水云天明秋上相是来有何知白行万雨长处青黄落'.split('');
export const initialState: DeskState = { line: '春', k: 4, temperature: 1, seed: 7 };

export const knows = ({ rows }: Follow, char: string): boolean => char === unknown || Object.hasOwn(rows, char);
/** A poem that has ended, or fills the line. */
export const finished = ({ line }: DeskState): boolean => (line.length > 1 && line.endsWith(edge)) || line.length >= longest;

export interface Seen { readonly char: string; readonly count: number; readonly p: number }

export interface Row {
  readonly last: string;
  /** What followed in the training poems, most frequent first. */
  readonly seen: readonly Seen[];
  /** How often the character is followed by anything. */
  readonly total: number;
  readonly unseen: {
    /** How many characters of the vocabulary never followed. */
    readonly count: number;
    /** Their probability together. */
    readonly p: number;
  };
}

/** Of the last character: (n + k)^(1/T), shared out over the whole vocabulary. */
export function rowOf({ size, rows }: Follow, { line, k, temperature }: DeskState): Row {
  const last = line.at(-1) ?? edge;
  const pairs = [...(rows[last] ?? '').matchAll(/(\D)(\d*)/gsu)]
    .map(([, char = '', count = '']) => ({ char, count: count === '' ? 1 : Number(count) }));
  const weight = (count: number): number => (count + at(strengths, k)) ** (1 / temperature);
  const rest = (size - pairs.length) * weight(0);
  const all = rest + sum(pairs.map(({ count }) => weight(count)));
  return {
    last,
    seen: pairs.map(({ char, count }) => ({ char, count, p: weight(count) / all })),
    total: sum(pairs.map(({ count }) => count)),
    unseen: { count: size - pairs.length, p: rest / all },
  };
}

/** The next character at random; the same for the same seed and length. */
export function draw(follow: Follow, state: DeskState): string {
  const { seen, unseen } = rowOf(follow, state);
  const random = randomNumbers(state.seed * 100 + state.line.length);
  let left = random();
  const found = seen.find(({ p }) => (left -= p) < 0);
  if (found !== undefined) return found.char;
  const followed = new Set(seen.map(({ char }) => char));
  const others = [...Object.keys(follow.rows), unknown].filter((char) => !followed.has(char));
  return at(others, Math.min(others.length - 1, Math.floor(random() * unseen.count)));
}

export const written = (state: DeskState, char: string): DeskState => (finished(state) ? state : { ...state, line: state.line + char });
