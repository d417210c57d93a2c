/** From scores to the next word: temperature, then top-k, then top-p, then a draw. */

import { at, randomNumbers, range, softmax, sum } from '../kit/numbers.ts';

export interface SamplingState {
  /** One score per word of `words`; an example of the chapter, not a model's output. */
  readonly logits: readonly number[];
  readonly temperature: number;
  /** Keep this many words; all of them when it equals the number of words. */
  readonly topK: number;
  /** Keep the smallest set of words whose probabilities reach this share. */
  readonly topP: number;
  readonly seed: number;
}

export const words = ['晴', '雨', '阴', '多云', '雪', '雾', '好', '蓝'] as const;

export const initialState: SamplingState = {
  logits: [3.2, 2.4, 2.1, 1.6, 0.7, 0.2, -0.6, -1.5], temperature: 1, topK: words.length, topP: 1, seed: 1,
};

/** `plain` is the softmax at the temperature; `kept` says what the cuts leave; `final` is renormalised over that. */
export interface Distribution {
  readonly plain: readonly number[];
  readonly kept: readonly boolean[];
  readonly final: readonly number[];
}

/** Top-k first, then top-p on what is left, as the usual libraries do; the most likely word always stays. */
export function distribution({ logits, temperature, topK, topP }: SamplingState): Distribution {
  const plain = softmax(logits.map((logit) => logit / temperature));
  const order = range(plain.length).sort((a, b) => at(plain, b) - at(plain, a)).slice(0, topK);
  const within = sum(order.map((index) => at(plain, index)));
  let reached = 0;
  const chosen = new Set<number>();
  for (const index of order) {
    if (chosen.size > 0 && reached >= topP - 1e-12) break;
    chosen.add(index);
    reached += at(plain, index) / within;
  }
  const total = sum([...chosen].map((index) => at(plain, index)));
  return {
    plain,
    kept: plain.map((_p, index) => chosen.has(index)),
    final: plain.map((p, index) => (chosen.has(index) ? p / total : 0)),
  };
}

/** In bits: 0 when one word is certain, 3 for eight equally likely ones. */
export function entropy(probabilities: readonly number[]): number {
  return sum(probabilities.map((p) => (p > 0 ? -p * Math.log2(p) : 0)));
}

/** How often each word comes in `count` draws with the state's seed. */
export function draws(state: SamplingState, count = 100): number[] {
  const { final } = distribution(state);
  const random = randomNumbers(state.seed);
  const tally = final.map(() => 0);
  for (let times = 0; times < count; times += 1) {
    let rest = random();
    const index = final.findIndex((p) => (rest -= p) < 0);
    const found = index < 0 ? final.lastIndexOf(Math.max(...final)) : index;
    tally[found] = (tally[found] ?? 0) + 1;
  }
  return tally;
}
