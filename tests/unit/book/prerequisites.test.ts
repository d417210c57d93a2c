import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/book/model.ts';
import { findCycles, readingPath, pathSteps } from '../../../src/book/prerequisites.ts';

/** `{ b: ['a'] }`: b requires a. */
function graph(requires: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Entry> {
  return new Map(Object.entries(requires).map(([id, before]) =>
    [id, { kind: 'planned', id, number: '1', title: id, requires: before }]));
}

describe('findCycles', () => {
  test.each([
    ['a diamond has none', { d: ['b', 'c'], b: ['a'], c: ['a'], a: [] }, []],
    ['an unknown id closes nothing', { a: ['x'] }, []],
    ['a chapter that requires itself', { a: ['a'] }, [['a', 'a']]],
    ['a tail in front is left out', { t: ['a'], a: ['b'], b: ['c'], c: ['a'] }, [['a', 'b', 'c', 'a']]],
    ['two circles are both found', { a: ['b'], b: ['a'], c: ['d'], d: ['c'] }, [['a', 'b', 'a'], ['c', 'd', 'c']]],
  ])('%s', (_sentence, requires, expected) => {
    expect(findCycles(graph(requires))).toEqual(expected);
  });

  test('a chain of 2,000 chapters, each with all before it, takes no noticeable time', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `c${index}`);
    const chain = graph(Object.fromEntries(names.map((name, index) => [name, names.slice(Math.max(0, index - 50), index)])));
    const start = performance.now();
    expect(findCycles(new Map([...chain].toReversed()))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('readingPath', () => {
  test('lists everything before a chapter once, prerequisites first, without itself', () => {
    expect(readingPath(graph({ a: [], b: ['a'], c: ['a'], d: ['c', 'b', 'x'] }), 'd').map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  test('ends in a circle, too', () => {
    expect(readingPath(graph({ a: ['b'], b: ['a'] }), 'a').map(({ id }) => id)).toEqual(['b']);
  });
});

describe('pathSteps', () => {
  const entry = (id: string, ...requires: string[]): Entry => ({ kind: 'planned', id, number: '1', title: id, requires });
  const entries = new Map([entry('a'), entry('b', 'a'), entry('c', 'a', 'b'), entry('d')].map((item) => [item.id, item]));

  test('ends with the goal, and names what each step needs and feeds by its place', () => {
    expect(pathSteps(entries, 'c').map(({ entry: { id }, needs, feeds }) => [id, needs, feeds])).toEqual([
      ['a', [], [1, 2]], ['b', [0], [2]], ['c', [0, 1], []],
    ]);
  });

  test('leaves out what the goal does not need, and is empty for an unknown goal', () => {
    expect(pathSteps(entries, 'd').map(({ entry: { id } }) => id)).toEqual(['d']);
    expect(pathSteps(entries, 'x')).toEqual([]);
  });
});
