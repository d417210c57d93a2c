/** One encoder block and one decoder block of the small translator, with the length of the residual stream on the way. */

import { at } from '../alignment-grid/transformer.ts';

export interface BlockFlowState {
  readonly norm: 'post' | 'pre';
  /** Which of the layers is drawn, from 1. */
  readonly layer: number;
  /** Index into the recorded sentences. */
  readonly sentence: number;
}

/** A point on the residual stream: `lengths[i]` is the Euclidean length of position i there. */
export interface Stage {
  readonly layer: number;
  /** What has just been added: input, self, cross, feed, or final (the norm at the end of a pre-LN stack). */
  readonly part: string;
  readonly lengths: readonly number[];
}

export interface Trace { readonly encoder: readonly Stage[]; readonly decoder: readonly Stage[] }

/** The file `architecture/traces.json`, which architecture/train.py writes. */
export interface Traces {
  readonly config: {
    readonly d_model: number;
    readonly heads: number;
    readonly layers: number;
    readonly d_ff: number;
    readonly target_words: number;
  };
  readonly sentences: readonly { readonly source: readonly string[]; readonly target: readonly string[] }[];
  readonly post: readonly Trace[];
  readonly pre: readonly Trace[];
}

export interface SubLayer {
  readonly part: 'self' | 'cross' | 'feed';
  readonly label: string;
  readonly parameters: number;
  /** Mean length of the residual stream after it. */
  readonly after: number;
}

export interface Column {
  readonly words: readonly string[];
  /** Mean length where the block begins. */
  readonly entry: number;
  readonly subLayers: readonly SubLayer[];
  /** Mean length where the whole stack ends, after its final norm if it has one. */
  readonly exit: number;
}

export interface BlockFlow {
  readonly config: Traces['config'];
  readonly encoder: Column;
  readonly decoder: Column;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean length at a recorded point. Throws a RangeError for a point that was not recorded. */
export function lengthAt(stages: readonly Stage[], layer: number, part: string): number {
  const stage = stages.find((candidate) => candidate.layer === layer && candidate.part === part);
  if (stage === undefined) throw new RangeError(`no stage ${part} in layer ${layer}`);
  return mean(stage.lengths);
}

const names = { self: '自注意力', cross: '交叉注意力', feed: '前馈' } as const;

function column(
  stages: readonly Stage[], words: readonly string[], parts: readonly SubLayer['part'][], layer: number, config: Traces['config'],
): Column {
  const { d_model: d, d_ff: wide } = config;
  const causal = parts.includes('cross');
  return {
    words,
    entry: layer === 1 ? lengthAt(stages, 0, 'input') : lengthAt(stages, layer - 1, 'feed'),
    subLayers: parts.map((part) => ({
      part,
      label: part === 'self' && causal ? `因果${names.self}` : names[part],
      parameters: part === 'feed' ? 2 * d * wide + wide + d : 4 * d * d,
      after: lengthAt(stages, layer, part),
    })),
    exit: mean(at(stages, stages.length - 1).lengths),
  };
}

/** Everything that the drawing of a state shows. */
export function blockFlow(traces: Traces, { norm, layer, sentence }: BlockFlowState): BlockFlow {
  const { source, target } = at(traces.sentences, sentence);
  const trace = at(traces[norm], sentence);
  return {
    config: traces.config,
    encoder: column(trace.encoder, source, ['self', 'feed'], layer, traces.config),
    decoder: column(trace.decoder, ['<start>', ...target], ['self', 'cross', 'feed'], layer, traces.config),
  };
}
