/** The heads of the decoder's cross-attention, and the translation when some of them are switched off. */

import { at, decode, encode, softmax, translate, type AttentionWeights, type Matrix, type Translator } from '../alignment-grid/transformer.ts';

export interface HeadWallState {
  /** Index into `sentences`. */
  readonly sentence: number;
  /** Heads that are off, as layer · heads + head, ascending. */
  readonly off: readonly number[];
}

/** Three words each, so every map is 3×3; none of them is in the training data. */
export const sentences: readonly (readonly string[])[] = [
  ['我', '爱', '自然语言处理'],
  ['她', '研究', '自然语言处理'],
  ['他', '喜欢', '音乐'],
];

/** What the model writes, word by word, with the probability of each choice (without `<end>`). */
export interface Written { readonly word: string; readonly probability: number }

export interface HeadWall {
  readonly source: readonly string[];
  /** The translation with every head on: the rows of the maps. */
  readonly target: readonly string[];
  /** `maps[layer][head]`: row = word being written, column = source word; computed with the heads in `off` silent. */
  readonly maps: readonly (readonly Matrix[])[];
  readonly intact: readonly Written[];
  readonly altered: readonly Written[];
}

/** Sets the rows of W_O that read head `head` to 0: the head still looks, but nothing of what it saw is written. */
function silence(attention: AttentionWeights, head: number, heads: number): AttentionWeights {
  const size = attention.W_O.length / heads;
  return { ...attention, W_O: attention.W_O.map((row, i) => (Math.floor(i / size) === head ? row.map(() => 0) : row)) };
}

/** The model without the heads in `off`; the given model stays as it is. */
export function withoutHeads(model: Translator, off: readonly number[]): Translator {
  const { heads } = model.config;
  const decoder = model.decoder.map((layer, l) => ({
    ...layer,
    cross_attention: off
      .filter((index) => Math.floor(index / heads) === l)
      .reduce((attention, index) => silence(attention, index % heads, heads), layer.cross_attention),
  }));
  return { ...model, decoder };
}

/** Greedy translation with probabilities; `translate` gives the same words. */
export function write(model: Translator, source: readonly string[], limit = 10): Written[] {
  const memory = encode(model, source);
  const inputs = ['<start>'];
  const written: Written[] = [];
  while (written.length < limit) {
    const chances = softmax(at(decode(model, inputs, memory).logits, inputs.length - 1));
    const probability = Math.max(...chances);
    const word = at(model.target_vocab, chances.indexOf(probability));
    if (word === '<end>') break;
    inputs.push(word);
    written.push({ word, probability });
  }
  return written;
}

/** All numbers of one state. The maps read the intact translation, so that they can be compared cell by cell. */
export function headWall(model: Translator, { sentence, off }: HeadWallState): HeadWall {
  const source = at(sentences, sentence);
  const target = translate(model, source);
  const altered = withoutHeads(model, off);
  const inputs = ['<start>', ...target.slice(0, -1)];
  return {
    source,
    target,
    maps: decode(altered, inputs, encode(altered, source)).cross,
    intact: write(model, source),
    altered: write(altered, source),
  };
}

/** Switches one head: `index` joins the list, or leaves it. */
export function toggled(off: readonly number[], index: number): number[] {
  return off.includes(index) ? off.filter((other) => other !== index) : [...off, index].sort((a, b) => a - b);
}

/** 「第 2 层第 4 头」 */
export function headName(index: number, heads: number): string {
  return `第 ${Math.floor(index / heads) + 1} 层第 ${(index % heads) + 1} 头`;
}
