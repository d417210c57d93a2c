/** How news of the first token spreads: after each step, which tokens can have heard of it. */

export interface LadderState {
  /** Tokens in the sequence. */
  readonly size: number;
  /** Kernel width of both convolutions; they look back only, as a decoder's do. */
  readonly kernel: number;
}

export interface Ladder {
  readonly name: string;
  /** What one row of the ladder is. */
  readonly unit: string;
  /** `reached[t][j]`: token j can know of token 0 after t steps; row 0 is the beginning, the last row is the first full one. */
  readonly reached: readonly (readonly boolean[])[];
}

/** Eight words and kernels of width three, as in the chapter. */
export const openingLadder: LadderState = { size: 8, kernel: 3 };

/** Rows until the last token is reached, when step t lets each token hear those whose distances `back(t)` gives. */
function spread(size: number, back: (step: number) => readonly number[]): boolean[][] {
  const rows = [Array.from({ length: size }, (_token, j) => j === 0)];
  for (let step = 0; rows.at(-1)?.at(-1) === false; step += 1) {
    const before = rows.at(-1) ?? [];
    rows.push(before.map((_heard, j) => [0, ...back(step)].some((distance) => before[j - distance] === true)));
  }
  return rows;
}

/** The four ladders, from the longest way to the shortest. */
export function ladders({ size, kernel }: LadderState): Ladder[] {
  const taps = Array.from({ length: kernel - 1 }, (_tap, i) => i + 1);
  const everywhere = Array.from({ length: size - 1 }, (_token, i) => i + 1);
  return [
    { name: '循环', unit: '步', reached: spread(size, () => [1]) },
    { name: '卷积', unit: '层', reached: spread(size, () => taps) },
    { name: '膨胀卷积', unit: '层', reached: spread(size, (layer) => taps.map((tap) => tap * kernel ** layer)) },
    { name: '自注意力', unit: '层', reached: spread(size, () => everywhere) },
  ];
}

/** Steps from the first token to the last. */
export const pathLength = ({ reached }: Ladder): number => reached.length - 1;
