/** The recorded training of the small translator, one frame for each stop (reproduction/record.py writes the file). */

export type Matrix = readonly (readonly number[])[];

export interface Frame {
  /** Number of updates so far. */
  readonly step: number;
  /** Greedy translation at this stop. */
  readonly words: readonly string[];
  /** Held-out sentences translated exactly, of 100. */
  readonly exact: number;
  /** Probability of each right word, given the right words before it. */
  readonly truth: readonly number[];
  /** `cross[layer]`: 4 words to write × 3 source words, mean of the heads; rows sum to 1. */
  readonly cross: readonly Matrix[];
}

export interface Film {
  /** `losses[k]`: loss on the next batch after k updates. */
  readonly losses: readonly number[];
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly frames: readonly Frame[];
}

export interface FilmState {
  /** Index of the frame on show. */
  readonly frame: number;
  /** Decoder layer whose cross-attention is on show. */
  readonly layer: number;
}

/** The frame on show. Throws a RangeError for a frame that was not recorded. */
export function frameOf(film: Film, { frame }: FilmState): Frame {
  const shown = film.frames[frame];
  if (shown === undefined) throw new RangeError(`frame ${frame} is outside 0..${film.frames.length - 1}`);
  return shown;
}

/** Loss after `step` updates; after the last update there is no further batch, and the last loss stands. */
export function lossAt({ losses }: Film, step: number): number {
  return losses[Math.min(step, losses.length - 1)] ?? 0;
}

/** Words of a translation, cut after `limit` so that they fit a line. */
export function sentence({ words }: Frame, limit = 4): string {
  return words.length > limit ? `${words.slice(0, limit).join(' ')} …` : words.join(' ');
}
