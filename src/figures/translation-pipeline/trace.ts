/** The real numbers at every stop of the route, and the arithmetic of any one of them. */

import { at, decode, encode, softmax, type Matrix, type Station as Pass, type Translator } from '../alignment-grid/transformer.ts';

export type Numbers =
  | Pass
  | { readonly kind: 'memory'; readonly output: Matrix }
  | { readonly kind: 'softmax'; readonly output: Matrix; readonly logits: readonly number[] };

/** One entry per stop of `stops`, in the same order. `prefix` starts with `<start>`. */
export function trace(model: Translator, source: readonly string[], prefix: readonly string[]): Numbers[] {
  const passed: Numbers[] = [];
  const listen = (pass: Pass): void => { passed.push(pass); };
  const memory = encode(model, source, listen);
  passed.push({ kind: 'memory', output: memory });
  const logits = at(decode(model, prefix, memory, listen).logits, prefix.length - 1);
  passed.push({ kind: 'softmax', output: [softmax(logits)], logits });
  return passed;
}

/** Which number of a stop: a row and a column of `output`, or of the weights of one head. */
export interface Pick {
  readonly row: number;
  readonly column: number;
  readonly head: number;
}

const clamp = (index: number, length: number): number => Math.max(0, Math.min(index, length - 1));

/** The table that a stop shows: the weights of the picked head where there is attention, else the output. */
export function tableOf(numbers: Numbers, head: number): Matrix {
  const isAttention = numbers.kind === 'self-attention' || numbers.kind === 'cross-attention';
  return isAttention ? at(numbers.weights, clamp(head, numbers.weights.length)) : numbers.output;
}

/** The same pick, moved inside the table. */
export function withinTable(numbers: Numbers, pick: Pick): Pick {
  const table = tableOf(numbers, pick.head);
  return { ...pick, row: clamp(pick.row, table.length), column: clamp(pick.column, at(table, 0).length) };
}

const three = (value: number): string => (Math.abs(value) < 0.0005 ? '0.000' : value.toFixed(3).replace('-', '−'));
const term = (value: number): string => (value < 0 ? `(${three(value)})` : three(value));
const cell = (matrix: Matrix, { row, column }: Pick): number => at(at(matrix, row), column);

function attention(numbers: Extract<Numbers, { scores: readonly Matrix[] }>, pick: Pick, headSize: number): string {
  const score = cell(at(numbers.scores, pick.head), pick);
  if (score === -Infinity) return '被因果掩码挡住，分数是 −∞，权重是 0';
  const total = at(at(numbers.scores, pick.head), pick.row).reduce((sum, value) => sum + Math.exp(value), 0);
  return `q·k ÷ √${headSize} = ${term(score * Math.sqrt(headSize))} ÷ ${three(Math.sqrt(headSize))} = ${three(score)}，`
    + `e^${term(score)} ÷ ${three(total)} = ${three(cell(at(numbers.weights, pick.head), pick))}`;
}

function norm({ x, added, weights, output }: Extract<Numbers, { kind: 'norm' }>, pick: Pick, eps: number): string {
  const sums = at(x, pick.row).map((value, j) => value + at(at(added, pick.row), j));
  const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
  const spread = Math.sqrt(sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sums.length + eps);
  return `相加 ${term(cell(x, pick))} + ${term(cell(added, pick))} = ${three(at(sums, pick.column))}；`
    + `(${three(at(sums, pick.column))} − ${term(mean)}) ÷ ${three(spread)} × ${term(at(weights.gamma, pick.column))} + ${term(at(weights.beta, pick.column))} = ${three(cell(output, pick))}`;
}

function feedForward({ hidden, output }: Extract<Numbers, { kind: 'feed-forward' }>, pick: Pick): string {
  const line = at(hidden, pick.row);
  return `${line.length} 个隐藏单元里 ${line.filter((value) => value > 0).length} 个大于 0，各乘 W₂ 的第 ${pick.column + 1} 列相加，再加偏置，得 ${three(cell(output, pick))}`;
}

/** How the picked number comes about, with its numbers put in. */
export function arithmetic(numbers: Numbers, picked: Pick, { config: { d_model, heads, eps } }: Translator): string {
  const pick = withinTable(numbers, picked);
  const value = three(cell(tableOf(numbers, pick.head), pick));
  switch (numbers.kind) {
    case 'embedding':
      return `嵌入 ×√${d_model} 得 ${three(cell(numbers.scaled, pick))}，加位置 ${term(cell(numbers.waves, pick))}，得 ${value}`;
    case 'self-attention':
    case 'cross-attention':
      return attention(numbers, pick, d_model / heads);
    case 'norm':
      return norm(numbers, pick, eps);
    case 'feed-forward':
      return feedForward(numbers, pick);
    case 'logits':
      return `${d_model} 个数各乘一个权重，相加，再加偏置，得 ${value}`;
    case 'softmax': {
      const total = numbers.logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
      return `e^${term(at(numbers.logits, pick.column))} ÷ ${total.toPrecision(4)} = ${value}`;
    }
    case 'memory':
      return `最后一个层归一化的输出，${value}；解码器的键和值由它来`;
  }
}
