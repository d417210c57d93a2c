/** A two-dimensional convolution as deep learning writes it (cross-correlation), one output at a time. */

import { at, range, sum } from '../kit/numbers.ts';

export type Grid = readonly (readonly number[])[];

export interface ConvState {
  readonly input: Grid;
  /** Index into `kernels`. */
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  /** Index of the output that is computed, row by row. */
  readonly step: number;
}

export const side = 6;
export const kernels: readonly { readonly name: string; readonly values: Grid }[] = [
  { name: '竖边', values: [[1, 0, -1], [1, 0, -1], [1, 0, -1]] },
  { name: '横边', values: [[1, 1, 1], [0, 0, 0], [-1, -1, -1]] },
  { name: '拉普拉斯', values: [[0, 1, 0], [1, -4, 1], [0, 1, 0]] },
  { name: '原样', values: [[0, 0, 0], [0, 1, 0], [0, 0, 0]] },
];

/** A bright left half: every vertical edge filter answers in the middle. */
export const initialState: ConvState = {
  input: range(side).map(() => [1, 1, 1, 0, 0, 0]), kernel: 0, stride: 1, padding: 0, step: 1,
};

/** ⌊(n + 2p − k) / s⌋ + 1 */
export function outputSide({ stride, padding }: Pick<ConvState, 'stride' | 'padding'>, kernel = 3): number {
  return Math.floor((side + 2 * padding - kernel) / stride) + 1;
}

/** The input with a border of zeros. */
export function padded({ input, padding }: Pick<ConvState, 'input' | 'padding'>): number[][] {
  const size = side + 2 * padding;
  return range(size).map((i) => range(size).map((j) => input[i - padding]?.[j - padding] ?? 0));
}

/** The nine products of one output, row by row. */
export function products(state: ConvState, row: number, column: number): { readonly input: number; readonly weight: number }[] {
  const grid = padded(state);
  const { values } = at(kernels, state.kernel);
  return values.flatMap((line, i) => line.map((weight, j) =>
    ({ input: at(at(grid, row * state.stride + i), column * state.stride + j), weight })));
}

export function outputs(state: ConvState): number[][] {
  const size = outputSide(state);
  return range(size).map((i) => range(size).map((j) => sum(products(state, i, j).map(({ input, weight }) => input * weight))));
}
