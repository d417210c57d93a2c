/** Two heads with an opinion each, and the single head that adds their scores before the softmax. */

export interface HeadVoteState {
  /** Index of the word that asks, into `words`. */
  readonly word: number;
  /** Factor on the scores of head 2; 1 is the chapter's example. */
  readonly sharpness: number;
}

export const words = ['我', '爱', '自然语言处理'] as const;

/** Scores before scaling, row = the word that asks: head 1 looks for nouns and verbs, head 2 for subject and predicate. */
export const scores: readonly [readonly (readonly number[])[], readonly (readonly number[])[]] = [
  [[0, 1, 1], [1, 0, 1], [1, 1, 2]],
  [[0, 1, 0], [1, 0, 0], [0, 0, 0]],
];

/** Keys of a small head have 2 numbers, keys of the single head all 4. */
const headSize = 2;

export interface HeadVote {
  /** One row of weights each, over `words`. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly single: readonly number[];
}

/** Subtracting the maximum leaves the result unchanged. */
function softmax(row: readonly number[]): number[] {
  const top = Math.max(...row);
  const exps = row.map((score) => Math.exp(score - top));
  const total = exps.reduce((sum, value) => sum + value, 0);
  return exps.map((value) => value / total);
}

const scaled = (row: readonly number[], size: number): number[] => row.map((score) => score / Math.sqrt(size));

/** The three rows of weights of the word that asks. Throws a RangeError for a word that is not there. */
export function headVote({ word, sharpness }: HeadVoteState): HeadVote {
  const first = scores[0][word];
  const second = scores[1][word]?.map((score) => score * sharpness);
  if (first === undefined || second === undefined) throw new RangeError(`word ${word} is outside 0..${words.length - 1}`);
  return {
    first: softmax(scaled(first, headSize)),
    second: softmax(scaled(second, headSize)),
    single: softmax(scaled(first.map((score, j) => score + (second[j] ?? 0)), 2 * headSize)),
  };
}
