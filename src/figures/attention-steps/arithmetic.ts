/** The formula of any number of the figure, with its numbers put in. */

import { at, attend, valuesOf, type AttentionSteps, type AttentionStepsState, type Cell, type MatrixName } from './model.ts';

/** Whole and half numbers as they are, others with three decimals. */
export function figures(value: number): string {
  return Number.isInteger(value * 2) ? String(value) : value.toFixed(3);
}

const bracketed = (value: number): string => (value < 0 ? `(${figures(value)})` : figures(value));

function products(a: readonly number[], b: readonly number[]): string {
  return a.map((value, index) => `${bracketed(value)}×${bracketed(at(b, index))}`).join(' + ');
}

const column = (matrix: readonly (readonly number[])[], index: number): number[] => matrix.map((row) => at(row, index));

const names: Readonly<Record<MatrixName, string>> = {
  X: '输入', W_Q: '查询权重', W_K: '键权重', W_V: '值权重', Q: '查询', K: '键', V: '值', S: '分数', A: '权重', O: '输出',
};

/** Which number it is, in words, e.g. 「我」看「爱」的分数. */
export function nameOf({ tokens }: AttentionStepsState, { matrix, row, column: j }: Cell): string {
  if (matrix === 'S' || matrix === 'A') return `「${at(tokens, row)}」看「${at(tokens, j)}」的${names[matrix]}`;
  if (matrix.startsWith('W_')) return `${names[matrix]} ${matrix} 第 ${row + 1} 行第 ${j + 1} 列`;
  return `「${at(tokens, row)}」的${names[matrix]}第 ${j + 1} 维`;
}

function rightSide(state: AttentionStepsState, steps: AttentionSteps, { matrix, row, column: j }: Cell): string | undefined {
  const projection = ({ Q: 'W_Q', K: 'W_K', V: 'W_V' } as const)[matrix as 'Q'] as MatrixName | undefined;
  if (projection !== undefined) return products(at(state.inputs, row), column(valuesOf(state, steps, projection), j));
  if (matrix === 'S') return products(at(steps.queries, row), at(steps.keys, j));
  if (matrix === 'O') return products(at(steps.weights, row), column(steps.values, j));
  if (matrix !== 'A') return undefined;
  const exps = at(steps.exps, row);
  return `e^${bracketed(at(at(steps.scaledScores, row), j))} ÷ (${exps.map(figures).join(' + ')})`;
}

/** One sentence: the number that is picked and how it comes about. */
export function explain(state: AttentionStepsState): string {
  const steps = attend(state);
  const { picked } = state;
  const value = figures(at(at(valuesOf(state, steps, picked.matrix), picked.row), picked.column));
  const right = rightSide(state, steps, picked);
  return right === undefined
    ? `${nameOf(state, picked)}是 ${value}，可以改。`
    : `${nameOf(state, picked)} = ${right} = ${value}。`;
}
