/** The two weights files of the translation chapter: their form, and how a page gets them. */

export type Vector = readonly number[];
export type Matrix = readonly Vector[];

export interface AttentionWeights { readonly W_Q: Matrix; readonly W_K: Matrix; readonly W_V: Matrix; readonly W_O: Matrix }
export interface NormWeights { readonly gamma: Vector; readonly beta: Vector }
export interface FeedForwardWeights { readonly W_1: Matrix; readonly b_1: Vector; readonly W_2: Matrix; readonly b_2: Vector }

export interface EncoderLayer {
  readonly self_attention: AttentionWeights;
  readonly norm1: NormWeights;
  readonly feed_forward: FeedForwardWeights;
  readonly norm2: NormWeights;
}

export interface DecoderLayer extends EncoderLayer {
  readonly cross_attention: AttentionWeights;
  readonly norm3: NormWeights;
}

/** The part of weights.json that a forward pass reads. */
export interface Translator {
  readonly config: {
    readonly d_model: number;
    readonly heads: number;
    readonly layers: number;
    readonly d_ff: number;
    readonly eps: number;
    readonly causal: boolean;
  };
  readonly source_vocab: readonly string[];
  readonly target_vocab: readonly string[];
  readonly source_embedding: Matrix;
  readonly target_embedding: Matrix;
  readonly encoder: readonly EncoderLayer[];
  readonly decoder: readonly DecoderLayer[];
  readonly output: { readonly W: Matrix; readonly b: Vector };
}

/** `sound` was trained with the causal mask, `leaky` without; everything else is equal. */
export const weightsKinds = ['sound', 'leaky'] as const;
export type WeightsKind = (typeof weightsKinds)[number];

/** About 105 KB each, in files of their own: fetched when a reader first needs them. */
const files: Readonly<Record<WeightsKind, () => Promise<{ readonly default: Translator }>>> = {
  sound: () => import('../../../content/llm/transformer/translator/weights.json'),
  leaky: () => import('../../../content/llm/transformer/translator/weights-leaky.json'),
};

const loaded = new Map<WeightsKind, Translator>();

export async function loadTranslator(kind: WeightsKind): Promise<void> {
  if (!loaded.has(kind)) loaded.set(kind, (await files[kind]()).default);
}

/** The weights, once `loadTranslator` has brought them. Throws an Error before that. */
export function translator(kind: WeightsKind): Translator {
  const model = loaded.get(kind);
  if (model === undefined) throw new Error(`权重 ${kind} 还没有取来：先调用 loadTranslator。`);
  return model;
}
