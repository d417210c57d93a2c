/** One attention head over a short sentence, every intermediate kept so that a drawing can show it. */

export type Matrix = readonly (readonly number[])[];

/** The matrices that the reader edits, and those that follow from them, in the order of the drawing. */
export const matrixNames = ['X', 'W_Q', 'W_K', 'W_V', 'Q', 'K', 'V', 'S', 'A', 'O'] as const;
export type MatrixName = (typeof matrixNames)[number];

/** One number of the figure. */
export interface Cell {
  readonly matrix: MatrixName;
  readonly row: number;
  readonly column: number;
}

/** All matrices are lists of rows: `inputs` is n×d, the three weight matrices are d×d_k, d×d_k and d×d_v. */
export interface AttentionStepsState {
  readonly tokens: readonly string[];
  readonly inputs: Matrix;
  readonly queryWeights: Matrix;
  readonly keyWeights: Matrix;
  readonly valueWeights: Matrix;
  /** Index of the token whose arithmetic is written out. */
  readonly focus: number;
  /** Whether the scores are divided by √d_k before the softmax. */
  readonly scaled: boolean;
  /** The number whose own formula is written below the drawing. */
  readonly picked: Cell;
}

/** `scores`, `scaledScores`, `exps` and `weights` are n×n, row = query, column = key; `outputs` is n×d_v. */
export interface AttentionSteps {
  readonly queries: Matrix;
  readonly keys: Matrix;
  readonly values: Matrix;
  readonly scores: Matrix;
  readonly scaledScores: Matrix;
  /** exp of the scaled scores, without the maximum subtracted: the numbers that one writes by hand. */
  readonly exps: Matrix;
  readonly weights: Matrix;
  readonly outputs: Matrix;
}

/** The numbers of the chapter's hand example. */
export const handExample: AttentionStepsState = {
  tokens: ['我', '爱', '自然语言处理'],
  inputs: [[1, 0], [0, 1], [1, 1]],
  queryWeights: [[1, 0], [0, 1]],
  keyWeights: [[0, 1], [1, 0]],
  valueWeights: [[1, 2], [3, 0]],
  focus: 0,
  scaled: true,
  picked: { matrix: 'O', row: 0, column: 0 },
};

/** The element at `index`. Throws a RangeError outside the list, where plain indexing would give undefined. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`index ${index} is outside 0..${list.length - 1}`);
  return item;
}

/** Scalar product of two vectors of the same length. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * at(b, index), 0);
}

/** Rows become columns. */
export function transpose(matrix: Matrix): number[][] {
  return at(matrix, 0).map((_, column) => matrix.map((row) => at(row, column)));
}

/** (n×m)·(m×p) → n×p. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

/** Subtracting the maximum leaves the result unchanged and keeps `Math.exp` finite. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const exps = logits.map((logit) => Math.exp(logit - top));
  const total = exps.reduce((sum, e) => sum + e, 0);
  return exps.map((e) => e / total);
}

/** Scaled dot-product attention of a sequence over itself (Vaswani et al. 2017, §3.2.1). */
export function attend(state: AttentionStepsState): AttentionSteps {
  const queries = multiply(state.inputs, state.queryWeights);
  const keys = multiply(state.inputs, state.keyWeights);
  const values = multiply(state.inputs, state.valueWeights);
  const scores = multiply(queries, transpose(keys));
  const divisor = state.scaled ? Math.sqrt(at(keys, 0).length) : 1;
  const scaledScores = scores.map((row) => row.map((score) => score / divisor));
  const exps = scaledScores.map((row) => row.map((score) => Math.exp(score)));
  const weights = scaledScores.map(softmax);
  return { queries, keys, values, scores, scaledScores, exps, weights, outputs: multiply(weights, values) };
}

/** What each token adds to output row `focus`: weight times value, one row per token (n×d_v). */
export function contributions(steps: AttentionSteps, focus: number): number[][] {
  return at(steps.weights, focus).map((weight, token) => at(steps.values, token).map((value) => weight * value));
}

const edited = { X: 'inputs', W_Q: 'queryWeights', W_K: 'keyWeights', W_V: 'valueWeights' } as const;

/** Whether the reader may change the numbers of a matrix. */
export function isEditable(name: MatrixName): name is keyof typeof edited {
  return Object.hasOwn(edited, name);
}

/** The values of any matrix of the figure. */
export function valuesOf(state: AttentionStepsState, steps: AttentionSteps, name: MatrixName): Matrix {
  if (isEditable(name)) return state[edited[name]];
  return { Q: steps.queries, K: steps.keys, V: steps.values, S: steps.scores, A: steps.weights, O: steps.outputs }[name];
}

/** Shows a number's formula; a number of a query's row also brings that row into focus. */
export function pick(state: AttentionStepsState, picked: Cell): AttentionStepsState {
  const isQueryRow = ['X', 'Q', 'S', 'A', 'O'].includes(picked.matrix);
  return { ...state, picked, focus: isQueryRow ? picked.row : state.focus };
}

/** Changes an editable number; other numbers stay as they are, because they follow from the editable ones. */
export function edit(state: AttentionStepsState, { matrix, row, column }: Cell, value: number): AttentionStepsState {
  if (!isEditable(matrix)) return state;
  const key = edited[matrix];
  const values = state[key].map((line, i) => line.map((old, j) => (i === row && j === column ? value : old)));
  return { ...state, [key]: values };
}
