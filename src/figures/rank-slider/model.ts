/** The singular value decomposition of a small picture, and what is left of it when only the first k pieces are kept. */

import { at, range, sum } from '../kit/numbers.ts';
import { rememberLast } from '../kit/memo.ts';

export type Matrix = readonly (readonly number[])[];

const side = 12;
const drawn = (ink: (row: number, column: number) => boolean): Matrix =>
  range(side).map((i) => range(side).map((j) => (ink(i, j) ? 1 : 0)));

/** The character 中: a box and a stroke through it. */
const stroke = (i: number, j: number): boolean =>
  (i >= 1 && i <= 9 && (j === 5 || j === 6))
  || (i >= 2 && i <= 5 && j >= 1 && j <= 10 && (i === 2 || i === 5 || j <= 2 || j >= 9));

export const pictures = {
  /** The chapter's hand example: squared singular values 45 and 5. */
  hand: [[3, 0], [4, 5]],
  word: drawn(stroke),
  disc: drawn((i, j) => (i - 5.5) ** 2 + (j - 5.5) ** 2 < 22),
  line: drawn((i, j) => i === j),
} as const satisfies Record<string, Matrix>;

export type Picture = keyof typeof pictures;
export const pictureNames = ['hand', 'word', 'disc', 'line'] as const satisfies readonly Picture[];

export interface RankSliderState {
  readonly picture: Picture;
  /** How many singular values are kept, 0..side. */
  readonly k: number;
}

export const initialState: RankSliderState = { picture: 'hand', k: 1 };

export const sideOf = (picture: Picture): number => pictures[picture].length;

/** σ·u (one column of the picture's side) and v, with σ = |σ·u|; largest σ first. */
export interface Piece {
  readonly sigma: number;
  readonly scaled: readonly number[];
  readonly v: readonly number[];
}

const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((value, i) => value * at(b, i)));
const turn = (a: readonly number[], b: readonly number[], c: number, s: number): readonly [number[], number[]] =>
  [a.map((value, i) => c * value - s * at(b, i)), a.map((value, i) => s * value + c * at(b, i))];

/** One-sided Jacobi (Hestenes): turns pairs of columns until all are orthogonal; their lengths are the singular values. */
export function decompose(matrix: Matrix): readonly Piece[] {
  const count = at(matrix, 0).length;
  const columns: (readonly number[])[] = range(count).map((j) => matrix.map((row) => at(row, j)));
  const turns: (readonly number[])[] = range(count).map((j) => range(count).map((i) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < count; p += 1) for (let q = p + 1; q < count; q += 1) {
      const [a, b] = [at(columns, p), at(columns, q)];
      const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
      if (Math.abs(ab) <= 1e-14 * Math.sqrt(aa * bb)) continue;
      const slope = (bb - aa) / (2 * ab);
      const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(1, slope));
      const c = 1 / Math.hypot(1, tangent);
      [columns[p], columns[q]] = turn(a, b, c, c * tangent);
      [turns[p], turns[q]] = turn(at(turns, p), at(turns, q), c, c * tangent);
    }
  }
  return columns.map((scaled, j) => ({ sigma: Math.hypot(...scaled), scaled, v: at(turns, j) }))
    .sort((one, other) => other.sigma - one.sigma);
}

export const piecesOf = rememberLast((picture: Picture) => decompose(pictures[picture]), (picture) => picture);

/** What the reader sees of a state; `energy[i]` is the share of Σσ² in the first i + 1 pieces. */
export interface Kept {
  readonly original: Matrix;
  readonly rebuilt: Matrix;
  readonly rest: Matrix;
  readonly sigmas: readonly number[];
  readonly energy: readonly number[];
  /** Share of the energy in the first k pieces. */
  readonly share: number;
  /** Frobenius norm of the rest. */
  readonly error: number;
  /** How many numbers k pieces take, and the picture itself. */
  readonly stored: number;
  readonly whole: number;
}

export function kept({ picture, k }: RankSliderState): Kept {
  const original: Matrix = pictures[picture];
  const pieces = piecesOf(picture);
  const used = pieces.slice(0, k);
  const rebuilt = original.map((row, i) => row.map((_value, j) => sum(used.map(({ scaled, v }) => at(scaled, i) * at(v, j)))));
  const rest = original.map((row, i) => row.map((value, j) => value - at(at(rebuilt, i), j)));
  const squares = pieces.map(({ sigma }) => sigma ** 2);
  const total = sum(squares);
  const energy = squares.map((_square, i) => sum(squares.slice(0, i + 1)) / total);
  const size = original.length;
  return {
    original, rebuilt, rest, sigmas: pieces.map(({ sigma }) => sigma), energy,
    share: k === 0 ? 0 : at(energy, k - 1), error: Math.hypot(...rest.flat()), stored: k * (2 * size + 1), whole: size * size,
  };
}
