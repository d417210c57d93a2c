import { expect, test } from 'vitest';
import { formatIssue, sortIssues, type Issue } from '../../../src/lib/issue.ts';

const issue = (file: string, line: number, column: number): Issue => ({ file, line, column, message: '坏了', hint: '修好它。' });

test('issues stand in the order of file, line and column, by number and not by digit', () => {
  const sorted = sortIssues([issue('b', 1, 1), issue('a', 10, 1), issue('a', 9, 2), issue('a', 9, 1)]);
  expect(sorted.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(['a:9:1', 'a:9:2', 'a:10:1', 'b:1:1']);
});

test('sorting leaves the given list as it was', () => {
  const given = [issue('b', 1, 1), issue('a', 1, 1)];
  sortIssues(given);
  expect(given[0]?.file).toBe('b');
});

test('an issue reads: place, what, and what to do', () => {
  expect(formatIssue(issue('content/a.mdx', 3, 7))).toBe('content/a.mdx:3:7  坏了\n    → 修好它。');
});
