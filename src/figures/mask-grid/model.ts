/** Which key each query may not see, and the attention weights that remain. Rows are queries, columns are keys. */

/** `blocked[i][j]` is true when query i must not see key j (True means blocked, as everywhere on this site). */
export type Blocked = readonly (readonly boolean[])[];

export interface MaskPanel {
  readonly title: string;
  /** One token per row; the same tokens serve as queries and as keys. */
  readonly tokens: readonly string[];
  /** `scores[i][j]` is q_i·k_j / √d before the mask and the softmax; same shape as `blocked`. */
  readonly scores: readonly (readonly number[])[];
  readonly blocked: Blocked;
}

/** The three panels of the text; the laboratory below them has its own state (lab.ts). */
export interface MaskGridState {
  readonly panels: readonly MaskPanel[];
}

function grid(rows: number, columns: number, isBlocked: (row: number, column: number) => boolean): Blocked {
  return Array.from({ length: rows }, (_row, i) => Array.from({ length: columns }, (_column, j) => isBlocked(i, j)));
}

/** Blocks every key strictly above the diagonal: a position sees itself and what stands before it. */
export function causal(size: number): Blocked {
  return grid(size, size, (i, j) => j > i);
}

/** Blocks the columns (never the rows) of the keys that are padding; one row per query. */
export function padding(queries: number, isPadding: readonly boolean[]): Blocked {
  return grid(queries, isPadding.length, (_i, j) => isPadding[j] ?? false);
}

/** A key is blocked when at least one of two masks of the same shape blocks it. */
export function either(first: Blocked, second: Blocked): Blocked {
  return first.map((row, i) => row.map((value, j) => value || (second[i]?.[j] ?? false)));
}

/** Masked softmax of each row; a row without any visible key has no weights and becomes NaN, as 0/0 does. */
export function weights({ scores, blocked }: Pick<MaskPanel, 'scores' | 'blocked'>): number[][] {
  return scores.map((row, i) => {
    const logits = row.map((score, j) => (blocked[i]?.[j] ? -Infinity : score));
    const top = Math.max(...logits);
    const exps = logits.map((logit) => Math.exp(logit - top));
    const total = exps.reduce((sum, value) => sum + value, 0);
    return exps.map((value) => value / total);
  });
}

const scores = Array.from({ length: 4 }, () => [0.5, 1.2, -0.3, 0.8]);
const whole = ['⟨start⟩', 'I', 'love', 'NLP'];
const padded = ['⟨start⟩', 'I', '⟨pad⟩', '⟨pad⟩'];
const paddedKeys = padded.map((token) => token === '⟨pad⟩');

/** The chapter's hand example: one row of scores for all four queries, under three masks. */
export const initialState: MaskGridState = {
  panels: [
    { title: '因果掩码', tokens: whole, scores, blocked: causal(4) },
    { title: '填充掩码（后两列是填充）', tokens: padded, scores, blocked: padding(4, paddedKeys) },
    { title: '两者取或', tokens: padded, scores, blocked: either(causal(4), padding(4, paddedKeys)) },
  ],
};
