/** The recorded training of the small encoder (bert-reproduction/record.py writes the file). */

/** A word and its probability. */
export type Guess = readonly [string, number];

export interface Frame {
  /** Number of updates so far. */
  readonly step: number;
  /** `guesses[question]`: the first four, most probable first. */
  readonly guesses: readonly (readonly Guess[])[];
}

export interface Film {
  /** Each loss is the mean of this many steps. */
  readonly every: number;
  readonly losses: readonly number[];
  readonly questions: readonly { readonly text: string; readonly answers: readonly string[] }[];
  readonly frames: readonly Frame[];
}

export interface FilmState {
  /** Index of the checkpoint on show. */
  readonly frame: number;
  readonly question: number;
}

export interface Shown {
  readonly step: number;
  readonly loss: number;
  readonly text: string;
  readonly answers: readonly string[];
  readonly guesses: readonly Guess[];
}

/** The film as JSON gives it: lists where pairs are meant. */
export interface RawFilm {
  readonly every: number;
  readonly losses: readonly number[];
  readonly questions: Film['questions'];
  readonly frames: readonly { readonly step: number; readonly guesses: readonly (readonly (readonly (string | number)[])[])[] }[];
}

export function filmOf(raw: RawFilm): Film {
  return {
    ...raw,
    frames: raw.frames.map(({ step, guesses }) => ({
      step,
      guesses: guesses.map((list) => list.map(([word, probability]): Guess => [String(word), Number(probability)])),
    })),
  };
}

/** Mean loss of the stretch that begins at `step`; after the last update the last stretch stands. */
export function lossAt({ losses, every }: Film, step: number): number {
  return losses[Math.min(Math.floor(step / every), losses.length - 1)] ?? 0;
}

/** What a state shows. Throws a RangeError for a frame or question that was not recorded. */
export function shownAt(film: Film, state: FilmState): Shown {
  const frame = film.frames[state.frame];
  const question = film.questions[state.question];
  const guesses = frame?.guesses[state.question];
  if (frame === undefined || question === undefined || guesses === undefined) {
    throw new RangeError(`frame ${state.frame}, question ${state.question} was not recorded`);
  }
  return { step: frame.step, loss: lossAt(film, frame.step), ...question, guesses };
}
