/** Six ways to decide who sees whom among n tokens. Rows are queries, columns are keys; true means visible. */

export type Rule = (query: number, key: number) => boolean;

export interface Pattern {
  readonly name: string;
  readonly visible: Rule;
}

export interface MaskPatternsState {
  readonly size: number;
  readonly patterns: readonly Pattern[];
}

export const causal: Rule = (i, j) => j <= i;

/** Only the first `length` keys are real tokens. */
export const padded = (length: number): Rule => (_i, j) => j < length;

/** The first `length` tokens see one another in both directions, the rest is causal. */
export const prefix = (length: number): Rule => (i, j) => j < length || j <= i;

/** Causal, and at most `width` tokens back, the own one included. */
export const window = (width: number): Rule => (i, j) => j <= i && i - j < width;

/** Several samples in one row: causal within a sample, blind to the others. `sample[i]` names the sample of token i. */
export const packed = (sample: readonly number[]): Rule => (i, j) => j <= i && sample[i] === sample[j];

/** How many of the size² pairs a rule leaves visible. */
export function countVisible(rule: Rule, size: number): number {
  const places = Array.from({ length: size }, (_place, index) => index);
  return places.reduce((sum, i) => sum + places.filter((j) => rule(i, j)).length, 0);
}

/** What the reader sets: sizes as counts of tokens. */
export interface Sizes {
  readonly size: number;
  /** Padding tokens at the end. */
  readonly padding: number;
  readonly prefix: number;
  readonly window: number;
  /** Length of the first of two packed samples. */
  readonly first: number;
  /** The query whose row is marked, or −1. */
  readonly query: number;
}

export const initialSizes: Sizes = { size: 8, padding: 3, prefix: 3, window: 3, first: 4, query: -1 };

/** The six patterns for the reader's sizes. */
export function patternsFor(sizes: Sizes): MaskPatternsState {
  const { size, first } = sizes;
  const sample = Array.from({ length: size }, (_token, index) => (index < first ? 0 : 1));
  return {
    size,
    patterns: [
      { name: '全可见', visible: () => true },
      { name: `填充（后 ${sizes.padding} 个）`, visible: padded(size - sizes.padding) },
      { name: '因果', visible: causal },
      { name: `前缀（前 ${sizes.prefix} 个）`, visible: prefix(sizes.prefix) },
      { name: `滑窗（宽 ${sizes.window}）`, visible: window(sizes.window) },
      { name: `打包（${first}＋${size - first}）`, visible: packed(sample) },
    ],
  };
}

export const initialState: MaskPatternsState = patternsFor(initialSizes);
