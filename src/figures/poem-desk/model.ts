/** What three ways of cutting keep of a trained model's next-character distribution. */

import { range, softmax, sum } from '../kit/numbers.ts';

export interface PoemState {
  /** Index into the file's `prefixes`. */
  readonly prefix: number;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  /** Keep what is at least this share of the most likely character's probability. */
  readonly minP: number;
}

/** The file `nano-gpt/next.json`, which nano-gpt/export.py writes. */
export interface Next {
  /** The poem so far; the empty one is the start of a poem. */
  readonly text: string;
  /** The likeliest characters, `⏎` for the end of the poem. */
  readonly chars: readonly string[];
  /** Hundredths of the logits of the whole vocabulary, descending. */
  readonly logits: readonly number[];
}

export const initialState: PoemState = { prefix: 0, temperature: 1, topK: 8, topP: 0.9, minP: 0.1 };

/** Probabilities of the whole vocabulary, descending. */
export const probabilities = ({ logits }: Next, temperature: number): number[] =>
  softmax(logits.map((logit) => logit / 100 / temperature));

export interface Cut {
  readonly name: string;
  /** How many characters stay; at least one. */
  readonly kept: number;
  /** Their probability before it is shared out anew. */
  readonly mass: number;
}

/** Each rule alone, on the distribution at the state's temperature. `descending` as `probabilities` gives it. */
export function cuts(descending: readonly number[], { topK, topP, minP }: PoemState): readonly Cut[] {
  const cut = (name: string, kept: number): Cut => ({ name, kept, mass: sum(descending.slice(0, kept)) });
  let reached = 0;
  const nucleus = descending.findIndex((p) => (reached += p) >= topP - 1e-12);
  const least = minP * (descending[0] ?? 0);
  return [
    cut(`top-k ${topK}`, Math.min(topK, descending.length)),
    cut(`top-p ${topP.toFixed(2)}`, nucleus < 0 ? descending.length : nucleus + 1),
    cut(`min-p ${minP.toFixed(2)}`, range(descending.length).filter((index) => (descending[index] ?? 0) >= least).length),
  ];
}
