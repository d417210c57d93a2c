import { describe, expect, test } from 'vitest';
import { flag, integer, listOf, matrixOf, oneOf, real, record } from '../../../../src/figures/kit/parse.ts';

const parse = record({ step: integer(0, 3), rate: real(-1, 1), on: flag, kind: oneOf('a', 'b'), list: listOf(integer(0, 9), 1, 2) });
const good = { step: 2, rate: 0.5, on: false, kind: 'b', list: [0, 9] };

test('a state that fits comes back equal', () => {
  expect(parse(good)).toEqual(good);
});

describe('anything else is refused', () => {
  test.each([
    ['a number out of range', { ...good, step: 4 }],
    ['a fraction for a whole number', { ...good, step: 1.5 }],
    ['a number as text', { ...good, step: '2' }],
    ['NaN', { ...good, rate: Number.NaN }],
    ['an unknown choice', { ...good, kind: 'c' }],
    ['a list that is too long', { ...good, list: [1, 2, 3] }],
    ['a list with one wrong item', { ...good, list: [1, 'x'] }],
    ['an unknown key', { ...good, extra: 1 }],
    ['a missing key', { step: 2, rate: 0.5, on: false, kind: 'b' }],
    ['an inherited key', Object.assign(Object.create({ list: [1] }) as object, { step: 2, rate: 0.5, on: false, kind: 'b', other: 1 })],
    ['a list for an object', [good]],
    ['null', null],
  ])('%s', (_what, json) => expect(parse(json)).toBeUndefined());
});

test('a matrix has exactly its rows and columns', () => {
  const matrix = matrixOf(2, 2, 0, 1);
  expect(matrix([[0, 1], [1, 0]])).toEqual([[0, 1], [1, 0]]);
  expect(matrix([[0, 1], [1]])).toBeUndefined();
  expect(matrix([[0, 1]])).toBeUndefined();
});
