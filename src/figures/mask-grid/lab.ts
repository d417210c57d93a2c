/** The mask laboratory: which cells are blocked, with what number, how it is put in, and in which precision. */

import { causal, either, padding, type Blocked } from './model.ts';

export const fills = ['-inf', '-1e9', '-1e4', '1e-9'] as const;
export type Fill = (typeof fills)[number];

export interface LabState {
  readonly blocked: Blocked;
  readonly fill: Fill;
  /** `replace` puts the number in place of the score (masked_fill), `add` adds it. */
  readonly how: 'replace' | 'add';
  readonly precision: 'fp32' | 'fp16';
}

export const fillValue: Readonly<Record<Fill, number>> = { '-inf': -Infinity, '-1e9': -1e9, '-1e4': -1e4, '1e-9': 1e-9 };
export const fillText: Readonly<Record<Fill, string>> = { '-inf': '−∞', '-1e9': '−10⁹', '-1e4': '−10⁴', '1e-9': '10⁻⁹' };

/** The nearest number of IEEE 754 binary16, ties to even; beyond ±65504 (from 65520 on) it is infinite. */
export function roundHalf(value: number): number {
  const size = Math.abs(value);
  if (!(size > 0) || size === Infinity) return value;
  if (size >= 65520) return Math.sign(value) * Infinity;
  const step = 2 ** (Math.max(Math.floor(Math.log2(size)), -14) - 10);
  const steps = value / step;
  const below = Math.floor(steps);
  const rest = steps - below;
  return step * (rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below);
}

const rounding = { fp32: Math.fround, fp16: roundHalf } as const;

/** Scores after the mask, every number rounded as the precision rounds it. */
export function maskedScores(scores: readonly (readonly number[])[], { blocked, fill, how, precision }: LabState): number[][] {
  const round = rounding[precision];
  const filler = round(fillValue[fill]);
  return scores.map((row, i) => row.map((score, j) => {
    if (!blocked[i]?.[j]) return round(score);
    return how === 'replace' ? filler : round(round(score) + filler);
  }));
}

/** Softmax of each row; −∞ − (−∞) makes a row without finite score NaN, as in every framework. */
export function labWeights(scores: readonly (readonly number[])[], state: LabState): number[][] {
  const round = rounding[state.precision];
  return maskedScores(scores, state).map((row) => {
    const top = Math.max(...row);
    const exps = row.map((score) => round(Math.exp(round(score - top))));
    const total = exps.reduce((sum, value) => sum + value, 0);
    return exps.map((value) => round(value / total));
  });
}

const square = (rule: (i: number, j: number) => boolean): Blocked =>
  Array.from({ length: 4 }, (_row, i) => Array.from({ length: 4 }, (_cell, j) => rule(i, j)));

/** Masks to start from; `true` is blocked. */
export const presets: readonly { readonly name: string; readonly blocked: Blocked }[] = [
  { name: '因果', blocked: causal(4) },
  { name: '右填充', blocked: padding(4, [false, false, true, true]) },
  { name: '因果＋左填充', blocked: either(causal(4), padding(4, [true, true, false, false])) },
  { name: '前缀 2', blocked: square((i, j) => j > i && j >= 2) },
  { name: '滑窗 2', blocked: square((i, j) => j > i || i - j >= 2) },
  { name: '连自己也挡', blocked: square((i, j) => j >= i) },
  { name: '全放行', blocked: square(() => false) },
];

export function toggled(blocked: Blocked, row: number, column: number): Blocked {
  return blocked.map((line, i) => line.map((value, j) => (i === row && j === column ? !value : value)));
}

/** The weight that blocked cells still get, summed over the rows that have any; NaN rows count for nothing. */
export function leakedWeight(weights: readonly (readonly number[])[], blocked: Blocked): number {
  return weights.reduce((sum, row, i) =>
    sum + row.reduce((part, weight, j) => part + (blocked[i]?.[j] && !Number.isNaN(weight) ? weight : 0), 0), 0);
}

/** What happened, with the numbers that show it. */
export function diagnose(scores: readonly (readonly number[])[], state: LabState): string {
  const weights = labWeights(scores, state);
  const nan = weights.flatMap((row, i) => (row.some(Number.isNaN) ? [i + 1] : []));
  const hidden = state.blocked.flat().filter(Boolean).length;
  const leak = leakedWeight(weights, state.blocked);
  const parts = [`挡住 ${hidden} 格，填 ${fillText[state.fill]}，${state.precision}`];
  if (nan.length > 0) parts.push(`第 ${nan.join('、')} 行没有可看的键，softmax 是 0/0，整行 NaN`);
  parts.push(leak === 0 ? '被挡的格子权重恰为 0' : `被挡的格子仍分到 ${leak.toFixed(3)} 的权重`);
  if (state.precision === 'fp16' && state.fill === '-1e9') parts.push('fp16 最小只到 −65504，−10⁹ 强转成 −∞，masked_fill 则直接报错');
  return `${parts.join('；')}。`;
}
