/** One sentence with blanks, and what three readers put into the blank in focus. */

import { at } from '../alignment-grid/transformer.ts';
import { fill, type Encoder } from './encoder.ts';

export interface ClozeState {
  /** Index into `sentences`. */
  readonly sentence: number;
  /** Places of the words that are hidden, ascending. */
  readonly blanks: readonly number[];
  /** The place whose distribution is on show; it need not be hidden. */
  readonly focus: number;
}

export const sentences: readonly (readonly string[])[] = [
  '我 有 一 只 小 鸭 ， 它 爱 游泳 。',
  '你 有 一 条 黑 狗 ， 它 爱 散步 。',
  '我 有 一 只 小 猫 ， 它 爱 游泳 。',
  '我 的 猫 今天 会 喵喵 叫 。',
  '他 的 鱼 早上 会 吐 泡泡 。',
  '今天 我 很 高兴 ， 因为 猫 回来了 。',
  '昨天 她 很 难过 ， 因为 鱼 不见了 。',
].map((line) => line.split(' '));

/** The same network trained three times: what a place may see is the only difference. */
export interface Readers { readonly left: Encoder; readonly right: Encoder; readonly both: Encoder }

export interface Guess { readonly word: string; readonly probability: number }

export interface Cloze {
  readonly words: readonly string[];
  readonly answer: string;
  /** The best three guesses of each reader, best first. */
  readonly guesses: { readonly [K in keyof Readers]: readonly Guess[] };
  /** The probability that each reader gives the true word. */
  readonly truth: { readonly [K in keyof Readers]: number };
}

/** All numbers of one state. */
export function cloze(readers: Readers, { sentence, blanks, focus }: ClozeState): Cloze {
  const words = at(sentences, sentence);
  const tokens = ['[CLS]', ...words.map((word, i) => (blanks.includes(i) ? '[MASK]' : word)), '[SEP]'];
  const answer = at(words, focus);
  const read = (model: Encoder): number[] => at(fill(model, tokens), focus + 1);
  const rows = { left: read(readers.left), right: read(readers.right), both: read(readers.both) };
  const best = (row: readonly number[]): Guess[] => row
    .map((probability, id) => ({ word: at(readers.both.vocab, id), probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 3);
  const id = readers.both.vocab.indexOf(answer);
  return {
    words,
    answer,
    guesses: { left: best(rows.left), right: best(rows.right), both: best(rows.both) },
    truth: { left: at(rows.left, id), right: at(rows.right, id), both: at(rows.both, id) },
  };
}

/** Pressing a word hides it and looks there; pressing a hidden one looks there, and then shows it again. */
export function pressed(state: ClozeState, place: number): ClozeState {
  if (!state.blanks.includes(place)) {
    return { ...state, blanks: [...state.blanks, place].sort((a, b) => a - b), focus: place };
  }
  if (state.focus !== place) return { ...state, focus: place };
  return { ...state, blanks: state.blanks.filter((other) => other !== place) };
}
