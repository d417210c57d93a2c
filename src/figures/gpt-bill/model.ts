/** Where the parameters of a GPT sit: a bill of four items, summed exactly. */

export interface Shape {
  readonly name: string;
  /** The size as the paper prints it; empty where it prints none. */
  readonly printed: string;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly context: number;
  readonly vocabulary: number;
  /** Pre-norm stacks need one more layer norm at the end. */
  readonly preNorm: boolean;
}

/** GPT-1: params_shapes.json; GPT-2: Table 2 and hparams.json; GPT-3: Table 2.1, vocabulary as in GPT-2. */
export const shapes: readonly Shape[] = [
  { name: 'GPT-1', printed: '', layers: 12, width: 768, heads: 12, context: 512, vocabulary: 40478, preNorm: false },
  { name: 'GPT-2 小', printed: '117M', layers: 12, width: 768, heads: 12, context: 1024, vocabulary: 50257, preNorm: true },
  { name: 'GPT-2 中', printed: '345M', layers: 24, width: 1024, heads: 16, context: 1024, vocabulary: 50257, preNorm: true },
  { name: 'GPT-2 大', printed: '762M', layers: 36, width: 1280, heads: 20, context: 1024, vocabulary: 50257, preNorm: true },
  { name: 'GPT-2', printed: '1542M', layers: 48, width: 1600, heads: 25, context: 1024, vocabulary: 50257, preNorm: true },
  { name: 'GPT-3', printed: '175B', layers: 96, width: 12288, heads: 96, context: 2048, vocabulary: 50257, preNorm: true },
];

export interface BillState {
  /** Index into `shapes`. */
  readonly shape: number;
  /** Hidden width of the feed-forward network as a multiple of the model width. */
  readonly multiple: number;
}

export const initialState: BillState = { shape: 1, multiple: 4 };

export interface Bill {
  readonly tokens: number;
  readonly positions: number;
  readonly attention: number;
  readonly feedForward: number;
  readonly norms: number;
  readonly total: number;
}

/** Weights and biases, with the output layer tied to the token table. */
export function bill({ layers, width: d, context, vocabulary, preNorm }: Shape, multiple: number): Bill {
  const hidden = multiple * d;
  const tokens = vocabulary * d;
  const positions = context * d;
  const attention = layers * (4 * d * d + 4 * d);
  const feedForward = layers * (2 * d * hidden + hidden + d);
  const norms = layers * 4 * d + (preNorm ? 2 * d : 0);
  return { tokens, positions, attention, feedForward, norms, total: tokens + positions + attention + feedForward + norms };
}

/** Groups of three digits. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
