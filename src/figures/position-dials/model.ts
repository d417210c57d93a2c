/** Sinusoidal position encoding as a row of dials: one dial per frequency, one hand per position. */

export const widths = [4, 8, 16] as const;
export const bases = [100, 10_000, 1_000_000] as const;
/** Positions 0..positions − 1 are drawn. */
export const positions = 16;

export interface PositionDialsState {
  /** Dimensions of the encoding; two per dial. */
  readonly width: (typeof widths)[number];
  readonly base: (typeof bases)[number];
  /** The two positions that are compared: row and column of the matrix. */
  readonly query: number;
  readonly key: number;
}

/** The chapter's hand example: positions 1 and 3 in four dimensions, dot product 0.5837. */
export const handExample: PositionDialsState = { width: 4, base: 10_000, query: 1, key: 3 };

/** width/2 angular frequencies, base^(−2k/width), from fast to slow. */
export function frequencies(width: number, base: number): number[] {
  return Array.from({ length: width / 2 }, (_value, k) => base ** ((-2 * k) / width));
}

/** The encoding of one position: sin and cos of every dial in turn; `width` numbers. */
export function encoding(position: number, width: number, base: number): number[] {
  return frequencies(width, base).flatMap((omega) => [Math.sin(position * omega), Math.cos(position * omega)]);
}

/** What each dial adds to the dot product of two encodings `offset` apart: cos(offset · ω). */
export function agreements(offset: number, width: number, base: number): number[] {
  return frequencies(width, base).map((omega) => Math.cos(offset * omega));
}

/** The dot product of two encodings; it depends on their distance alone. */
export function similarity(offset: number, width: number, base: number): number {
  return agreements(offset, width, base).reduce((sum, value) => sum + value, 0);
}

/** positions × positions dot products: constant along every diagonal. */
export function similarities({ width, base }: PositionDialsState): number[][] {
  const list = Array.from({ length: positions }, (_value, offset) => similarity(offset, width, base));
  return list.map((_row, i) => list.map((_value, j) => list[Math.abs(i - j)] ?? 0));
}

/** Keeps a position on the board. */
export function onBoard(position: number): number {
  return Math.min(positions - 1, Math.max(0, position));
}

/** Moves both positions by the same step, as far as both stay on the board. */
export function shifted(state: PositionDialsState, by: number): PositionDialsState {
  const query = state.query + by;
  const key = state.key + by;
  return onBoard(query) === query && onBoard(key) === key ? { ...state, query, key } : state;
}
