/** What a softmax does to the same score pattern as the key dimension, and with it the scores, grow. */

export interface SaturationState {
  /** Scores of typical size for key dimension 1. */
  readonly scores: readonly number[];
  /** Key dimensions to compare; a dot product's standard deviation grows with their square root. */
  readonly dimensions: readonly number[];
  /** The reader's own key dimension, and whether its scores are divided by its square root. */
  readonly dimension: number;
  readonly scaled: boolean;
}

export interface SaturationRow {
  readonly dimension: number;
  /** By how much the scores have grown: √dimension, or 1 once they are divided by it. */
  readonly factor: number;
  readonly weights: readonly number[];
  /** The largest entry of diag(p) − ppᵀ in absolute value; it lies on the diagonal, since 1 − p_i ≥ p_j. */
  readonly slope: number;
}

/** The chapter's three scores. */
export const threeScores: SaturationState = { scores: [2, 1, 0.1], dimensions: [1, 4, 16, 64], dimension: 64, scaled: true };

/** Subtracting the maximum leaves the result unchanged and keeps `Math.exp` finite. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const exps = logits.map((logit) => Math.exp(logit - top));
  const total = exps.reduce((sum, e) => sum + e, 0);
  return exps.map((e) => e / total);
}

/** Weights and largest derivative when every score is multiplied by `factor`. */
export function saturate(scores: readonly number[], dimension: number, factor: number): SaturationRow {
  const weights = softmax(scores.map((score) => score * factor));
  return { dimension, factor, weights, slope: Math.max(...weights.map((p) => p * (1 - p))) };
}

/** One row per dimension without the division by √d_k. */
export function saturationRows(state: SaturationState): SaturationRow[] {
  return state.dimensions.map((dimension) => saturate(state.scores, dimension, Math.sqrt(dimension)));
}

/** The reader's row. */
export function ownRow({ scores, dimension, scaled }: SaturationState): SaturationRow {
  return saturate(scores, dimension, scaled ? 1 : Math.sqrt(dimension));
}
