import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../../../src/search/catalogue.ts';
import { mistakes, nearWords } from '../../../src/search/distance.ts';
import { aliasRewrites, fewerRewrites, pinyinRewrites, symbolRewrites, typoRewrites, unitRewrites } from '../../../src/search/rewrites.ts';
import { aux } from './aux.ts';

const catalogue = openCatalogue(aux);

test.each([['causalmask', '因果掩码'], ['look-aheadmask', '因果掩码'], ['sdpa', '缩放点积注意力'], ['selfattention', '自注意力']])(
  'the name %s also looks for %s', (phrase, expected) => { expect(aliasRewrites(catalogue, phrase)[0]?.query).toBe(expected); });

test('a name inside a longer query is replaced alone', () => {
  expect(unitRewrites(catalogue, ['deadlock', '条件'])[0]?.query).toBe('死锁 条件');
});

describe('pinyin', () => {
  test.each([['zhuyili', '注意力'], ['zhuyi li', '注意力'], ['yinguoyan', '因果掩'], ['sisuo', '死锁'], ['zyl', '注意力'], ['ygym', '因果掩码'], ['shusous', '束搜索']])(
    '%s → %s', (typed, expected) => { expect(pinyinRewrites(catalogue, typed).map(({ query }) => query)).toContain(expected); });
  test('several words in a row are read one by one', () => {
    for (const typed of ['sisuo shusousuo', 'sisuoshusousuo']) expect(pinyinRewrites(catalogue, typed).map(({ query }) => query)).toEqual(['死锁 束搜索']);
  });
  test.each(['zhu', 'softmax', 'zxqwvjkzz', 'a'])('%s is no pinyin of ours', (typed) => { expect(pinyinRewrites(catalogue, typed)).toEqual([]); });
});

describe('typing mistakes', () => {
  test.each([['tranformer', 'transformer'], ['sofmax', 'softmax'], ['pytroch', 'pytorch'], ['自注义力', '自注意力'], ['缩放点击', '缩放点积'], ['slef-attention', 'self-attention']])(
    '%s → %s', (typed, expected) => { expect(typoRewrites(catalogue, typed, [typed])[0]?.query).toBe(expected); });
  test.each(['null', 'zxqwvjkzz', 'abc'])('%s is left alone', (typed) => { expect(typoRewrites(catalogue, typed, [typed])).toEqual([]); });
  test('exchanged neighbours are one mistake', () => { expect(mistakes('lsmt', 'lstm')).toBe(1); });
  test('the nearest word comes first', () => { expect(nearWords('softmex', ['softmin', 'softmax'])).toEqual(['softmax', 'softmin']); });
});

test('a symbol is found without its underscore', () => { expect(symbolRewrites(catalogue, '除以 dk', ['dk'])[0]?.query).toBe('除以 d_k'); });

test('words that stand nowhere are left out, the others stay', () => {
  expect(fewerRewrites(['死锁', 'zzz'], (unit) => unit === '死锁')[0]?.query).toBe('死锁');
  expect(fewerRewrites(['zzz'], () => false)).toEqual([]);
  expect(fewerRewrites(['死锁', '掩码'], () => true).map(({ query }) => query)).toEqual(['死锁', '掩码']);
});
