/** How often a model names the right colour after it has read some examples from a code book. */

import measured from '../../../content/llm/pretrained/gpt-series/curves.json';

export const keys = 4;
export const colours = 8;
export const longest = 11;

/**
 * The best that anyone can do with a new code book whose colours were drawn independently: right when the key has
 * appeared among the `shots` examples, a guess among all colours otherwise.
 */
export function ceiling(shots: number): number {
  const unseen = (1 - 1 / keys) ** shots;
  return 1 - unseen + unseen / colours;
}

export interface Curve { readonly name: string; readonly shares: readonly number[]; readonly tone: string; readonly line: string }

/** Shares of 2,000 texts from books that were never trained on, for 0..11 examples. */
export const curves: readonly Curve[] = [
  { name: '上限', shares: Array.from({ length: longest + 1 }, (_share, shots) => ceiling(shots)), tone: 'fig-surface', line: 'fig-curve is-faint' },
  { name: '两层，读许多本', shares: measured.two, tone: 'fig-query', line: 'fig-curve is-query' },
  { name: '一层，读许多本', shares: measured.one, tone: 'fig-key', line: 'fig-curve is-key' },
  { name: '两层，只读一本', shares: measured.rote, tone: 'fig-value', line: 'fig-curve is-value' },
];

export interface ShotsState { readonly shots: number }
export const initialState: ShotsState = { shots: 2 };
