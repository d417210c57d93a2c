/** Three ways to turn scores into a sentence: greedy, beam search, sampling with a temperature. */

import { randomNumbers } from '../kit/numbers.ts';
import { at, decode, encode, softmax, type Matrix, type Translator } from './transformer.ts';

export type Method =
  | { readonly kind: 'greedy' }
  | { readonly kind: 'beam'; readonly width: number }
  | { readonly kind: 'sample'; readonly temperature: number; readonly seed: number };

/** `words` without `<start>` and `<end>`; `logProbability` is the sum over the words and `<end>`, natural logarithm. */
export interface Hypothesis {
  readonly words: readonly string[];
  readonly logProbability: number;
}

const limit = 10;
const forbidden = ['<pad>', '<start>'];

/** Probabilities of the next word after `words`, in the order of the vocabulary. */
export function nextWord(model: Translator, words: readonly string[], memory: Matrix, temperature = 1): number[] {
  const logits = at(decode(model, ['<start>', ...words], memory).logits, words.length);
  return softmax(logits.map((logit) => logit / temperature));
}

/** The index at which the running sum of probabilities passes `draw` in 0..1. */
export function drawIndex(probabilities: readonly number[], draw: number): number {
  let sum = 0;
  const found = probabilities.findIndex((probability) => (sum += probability) > draw);
  return found < 0 ? probabilities.length - 1 : found;
}

interface Beam extends Hypothesis { readonly ended: boolean }

function extend(model: Translator, beam: Beam, memory: Matrix, width: number): Beam[] {
  if (beam.ended) return [beam];
  return nextWord(model, beam.words, memory)
    .map((probability, index) => ({ word: at(model.target_vocab, index), score: beam.logProbability + Math.log(probability) }))
    .filter(({ word }) => !forbidden.includes(word))
    .sort((a, b) => b.score - a.score)
    .slice(0, width)
    .map(({ word, score }) => ({
      words: word === '<end>' ? beam.words : [...beam.words, word], logProbability: score, ended: word === '<end>',
    }));
}

/** Keeps the `width` best beginnings, finished ones included; best first. No length penalty. */
export function beamSearch(model: Translator, source: readonly string[], width: number): Hypothesis[] {
  const memory = encode(model, source);
  let beams: Beam[] = [{ words: [], logProbability: 0, ended: false }];
  for (let length = 0; length <= limit && beams.some(({ ended }) => !ended); length += 1) {
    beams = beams.flatMap((beam) => extend(model, beam, memory, width))
      .sort((a, b) => b.logProbability - a.logProbability).slice(0, width);
  }
  return beams.map(({ words, logProbability }) => ({ words, logProbability }));
}

/** Writes word by word; `choose` picks an index from the probabilities. */
function write(model: Translator, source: readonly string[], temperature: number, choose: (p: readonly number[]) => number): Hypothesis {
  const memory = encode(model, source);
  const words: string[] = [];
  let logProbability = 0;
  while (words.length < limit) {
    const probabilities = nextWord(model, words, memory, temperature);
    const index = choose(probabilities);
    logProbability += Math.log(at(probabilities, index));
    const word = at(model.target_vocab, index);
    if (word === '<end>') break;
    words.push(word);
  }
  return { words, logProbability };
}

/** Hypotheses, best first; only beam search has more than one. */
export function generate(model: Translator, source: readonly string[], method: Method): Hypothesis[] {
  if (method.kind === 'beam') return beamSearch(model, source, method.width);
  if (method.kind === 'greedy') return [write(model, source, 1, (p) => p.indexOf(Math.max(...p)))];
  const random = randomNumbers(method.seed);
  return [write(model, source, method.temperature, (p) => drawIndex(p, random()))];
}
