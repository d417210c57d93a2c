import { describe, expect, test } from 'vitest';
import { clean, longestQuery, simplifier } from '../../../src/search/clean.ts';
import { traditionalTables } from '../../../src/search/build/traditional.ts';

describe('a query is cleaned', () => {
  test.each([
    ['ＬＳＴＭ', 'lstm'], ['Ｃ４．５', 'c4.5'], ['  softmax   函数 ', 'softmax 函数'], ['“自注意力”', '自注意力'], ['「掩码」', '掩码'],
    ['注 意 力', '注意力'], ['\u202E注意力\u200B', '注意力'], ['编码器－解码器', '编码器-解码器'], ['QK⊤', 'qkt'], ['list[int]', 'list[int]'],
    ['__init__', '__init__'], ['C++', 'c++'],
  ])('%j → %j', (raw, expected) => { expect(clean(raw)).toBe(expected); });

  test.each(['', '   ', '\u200B\u200B', '....', '！@#￥%……&*（）', '🚀🔥', '👨‍👩‍👧‍👦'])('%j holds nothing that could be looked for', (raw) => {
    expect(clean(raw)).toBe('');
  });

  test('and cut to a length that no engine chokes on', () => {
    expect([...clean('注意力'.repeat(700))]).toHaveLength(longestQuery);
    expect(clean('a'.repeat(5000)).length).toBeLessThanOrEqual(longestQuery);
  });
});

describe('traditional characters and regional words', () => {
  const simplify = simplifier(traditionalTables('自注意力机制解析因果掩码虚拟内存机器翻译信息'));
  test.each([['自注意力機制', '自注意力机制'], ['虛擬記憶體', '虚拟内存'], ['因果遮罩', '因果掩码'], ['資訊', '信息']])('%s is looked for as %s', (raw, expected) => {
    expect(clean(raw, simplify)).toBe(expected);
  });

  test('a regional word that the book itself uses stays', () => {
    const own = simplifier(traditionalTables('内存与记忆体'));
    expect(clean('记忆体', own)).toBe('记忆体');
  });
});
