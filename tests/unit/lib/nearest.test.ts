import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../../src/lib/nearest.ts';

test.each([
  ['tilte', ['level', 'title'], 'title'],
  ['Python', ['text', 'python'], 'python'],
  ['cover1967', ['vaswani2017attention', 'cover1967nearest'], 'cover1967nearest'],
  ['ml/smv', ['ml/svm', 'ml/knn'], 'ml/svm'],
  ['jain2019attention', ['vaswani2017attention'], undefined],
  ['tag', ['title', 'level'], undefined],
  ['', ['title'], undefined],
])('the nearest name to %s among %j is %s', (value, candidates, expected) => {
  expect(nearest(value, candidates)).toBe(expected);
});

test('candidates may come from an iterator that can be read once', () => {
  expect(didYouMean('cover1967', new Map([['cover1967nearest', 1]]).keys())).toBe('是不是「cover1967nearest」？');
});
