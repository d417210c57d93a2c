import { describe, expect, test } from 'vitest';
import { spellings, termFinder, termUses } from '../../../src/book/lexicon.ts';
import type { Term } from '../../../src/book/schema.ts';
import { chapterOf } from '../examples/helpers.ts';

const term = (id: string, zh: string, en: string, more: Partial<Term> = {}): Term =>
  ({ id, zh, en, aliases: [], typed: [], gloss: '一句话的解释，十个字以上。', home: 'llm/transformer/x', auto: true, ...more });

const terms = [
  term('attention', '注意力', 'attention'),
  term('self-attention', '自注意力', 'self-attention', { aliases: ['内部注意力'] }),
  term('rnn', '循环神经网络', 'recurrent neural network', { abbr: 'RNN' }),
  term('cpp', 'C++', 'C++'),
];
const found = (text: string) => termFinder(terms)(text).map((mention) => [mention.term.id, text.slice(mention.start, mention.end)]);

test('a term is known by its Chinese, English, abbreviation and aliases, each once', () => {
  expect(spellings(term('a', '甲', 'A', { abbr: 'A', aliases: ['乙', '甲'] }))).toEqual(['甲', 'A', '乙']);
});

describe('termFinder', () => {
  test.each([
    ['the longer spelling wins over the one within it', '自注意力与注意力', [['self-attention', '自注意力'], ['attention', '注意力']]],
    ['also in English', 'Self-Attention', [['self-attention', 'Self-Attention']]],
    ['upper and lower case are alike', 'rnn 和 RNN', [['rnn', 'rnn'], ['rnn', 'RNN']]],
    ['a Latin spelling stands beside Han without a space', '用RNN做', [['rnn', 'RNN']]],
    ['a Latin spelling is no part of a word', 'RNNs、MyRNN、aRNN、RNN2、attentional', []],
    ['signs in a spelling are letters, not patterns', 'C++ 与 CCC', [['cpp', 'C++']]],
    ['an alias finds its term', '内部注意力', [['self-attention', '内部注意力']]],
  ])('%s', (_name, text, expected) => expect(found(text)).toEqual(expected));

  test('an empty lexicon finds nothing, and does not match everywhere', () => {
    expect(termFinder([])('注意力')).toEqual([]);
  });

  test('offsets count code units, as slice does', () => {
    expect(termFinder(terms)('𠮷注意力')).toMatchObject([{ start: 2, end: 5 }]);
  });

  test('one finder answers again and again', () => {
    const find = termFinder(terms);
    expect([find('注意力').length, find('注意力').length]).toEqual([1, 1]);
  });
});

test('a term is used in the first section of each chapter that mentions it', () => {
  const chapters = [chapterOf('RNN。\n\n## 甲\n\n注意力。\n\n## 乙\n\n注意力与 RNN。\n', 'nlp/a'), chapterOf('## 丙\n\n注意力。\n', 'nlp/b')];
  const uses = [...termUses(terms, chapters)].map(([id, places]) => [id, places.map(({ chapter, section }) => `${chapter.id}#${section}`)]);
  expect(Object.fromEntries(uses)).toEqual({ rnn: ['nlp/a#'], attention: ['nlp/a#甲', 'nlp/b#丙'] });
});
