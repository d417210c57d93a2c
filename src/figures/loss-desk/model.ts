/** Softmax and cross-entropy for one sample, with label smoothing and the gradient. */

import { at, softmax, sum } from '../kit/numbers.ts';

export interface LossState {
  readonly logits: readonly number[];
  /** Index of the true class. */
  readonly truth: number;
  /** Share of the target that is spread evenly over all classes. */
  readonly smoothing: number;
}

export const classes = ['猫', '狗', '鸟'] as const;
export const initialState: LossState = { logits: [2, 1, 0.1], truth: 0, smoothing: 0 };

export interface Loss {
  readonly probabilities: readonly number[];
  readonly target: readonly number[];
  /** −Σ target·ln p, in nats. */
  readonly loss: number;
  /** ∂loss/∂logit = p − target; its entries sum to 0. */
  readonly gradient: readonly number[];
}

export function crossEntropy({ logits, truth, smoothing }: LossState): Loss {
  const probabilities = softmax(logits);
  const target = logits.map((_logit, i) => (i === truth ? 1 - smoothing : 0) + smoothing / logits.length);
  return {
    probabilities, target,
    loss: -sum(target.map((t, i) => (t === 0 ? 0 : t * Math.log(at(probabilities, i))))),
    gradient: probabilities.map((p, i) => p - at(target, i)),
  };
}

/** One step of gradient descent on the logits. */
export function stepped(state: LossState, rate = 1): LossState {
  const { gradient } = crossEntropy(state);
  const limit = (value: number): number => Math.round(Math.min(8, Math.max(-8, value)) * 1000) / 1000;
  return { ...state, logits: state.logits.map((logit, i) => limit(logit - rate * at(gradient, i))) };
}
