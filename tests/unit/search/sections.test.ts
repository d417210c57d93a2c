import { describe, expect, test } from 'vitest';
import type { FullTextHit } from '../../../src/search/full-text.ts';
import { byChapter, bySection, timesRead } from '../../../src/search/sections.ts';

const hit = (chapter: string, score: number, ...counts: number[]): FullTextHit =>
  ({ chapter, score, counts, load: () => Promise.reject(new Error('not fetched')) });

describe('chapters by their sections', () => {
  test('many good sections outweigh a single one a little better', () => {
    expect(byChapter([hit('one', 10), hit('many', 9), hit('many', 8)]).map(({ chapter }) => chapter)).toEqual(['many', 'one']);
  });

  test('many poor sections do not outweigh a good one', () => {
    expect(byChapter([...Array.from({ length: 20 }, () => hit('many', 3)), hit('one', 10)])[0]?.chapter).toBe('one');
  });

  test('the best section of each stands first', () => {
    expect(byChapter([hit('a', 1), hit('a', 3)])[0]?.hits.map(({ score }) => score)).toEqual([3, 1]);
  });
});

describe('the sections that are read', () => {
  test('stand for the others by how often those hold each word', () => {
    const hits = [hit('a', 9, 3, 1), hit('a', 8, 6, 0), hit('a', 7, 0, 100)];
    expect(timesRead(hits, hits.slice(0, 1), ['种子', '的'])).toEqual([3, 10]);
    expect(timesRead(hits, hits.slice(1, 2), ['种子', '的'])).toEqual([1.5, 10]);
  });

  test('say nothing of others for words with signs, which the index does not count', () => {
    expect(timesRead([hit('a', 9, 1), hit('a', 8, 9)], [hit('a', 9, 1)], ['k=1'])).toEqual([1]);
  });
});

describe('results of single words', () => {
  const result = (id: string, score: number, words: number) => ({ id, score, words: Array.from({ length: words }, (_, place) => place) });

  test('are put together by section, and one with all of the words leads', () => {
    const found = [[result('both', 2, 4), result('one', 7, 2)], [result('both', 3, 1)]];
    const [both, one] = bySection(found, [2, 1]);
    expect(both).toEqual({ result: result('both', 2, 4), score: 5, counts: [2, 1] });
    expect(one).toEqual({ result: result('one', 7, 2), score: 7 / 4, counts: [1] });
  });
});
