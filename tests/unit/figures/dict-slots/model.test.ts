import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/dict-slots/element.ts';
import { deeds, film, initialState, keysOf, probes, programs, usable } from '../../../../src/figures/dict-slots/model.ts';
import { drawDictSlots, tell } from '../../../../src/figures/dict-slots/view.ts';

function last(program: string) {
  const frame = film(program).at(-1);
  if (frame === undefined) throw new Error('no frame');
  return frame;
}

const way = (hash: number, size: number, count: number) => probes(hash, size, count).map(({ slot }) => slot);

describe('the order of slots', () => {
  test('hash 3 in 8 slots visits every slot', () => {
    expect(way(3, 8, 8)).toEqual([3, 0, 1, 6, 7, 4, 5, 2]);
    expect(way(27, 8, 8)).toEqual(way(3, 8, 8));
  });
  test('35 leaves the others as soon as its higher bits come in', () => {
    expect(way(35, 8, 4)).toEqual([3, 1, 6, 7]);
    expect(probes(35, 8, 3).map(({ perturb }) => perturb)).toEqual([35, 1, 0]);
  });
  test('a table takes two thirds', () => expect([usable(8), usable(16)]).toEqual([5, 10]));
});

/** What CPython 3.11.7 has in dk_indices after the same insertions and deletions, read from its memory. */
test.each([
  ['3, 11, 19, 27', [1, 2, -1, 0, -1, -1, 3, -1]],
  ['3, 11, 19, 27, 35', [1, 2, -1, 0, -1, -1, 3, 4]],
  ['3, 4, 5, 6, 7', [-1, -1, -1, 0, 1, 2, 3, 4]],
  ['0, 8, 16, 24, 32', [0, 1, 4, -1, -1, -1, 2, 3]],
  ['3, 35, 67, 99', [3, 1, 2, 0, -1, -1, -1, -1]],
  ['3, 11, 19, -11', [-2, 2, -1, 0, -1, -1, -1, -1]],
  ['3, 11, 19, -11, 27, 11', [3, 2, -1, 0, -1, -1, 4, -1]],
  ['3, 11, 19, 27, 35, 43', [2, 4, -1, 0, -1, -1, -1, -1, 3, 5, -1, 1, -1, -1, -1, -1]],
  ['3, 11, 19, -11, 27, 11, 5', [1, -1, -1, 0, -1, 4, -1, -1, 3, -1, -1, 2, -1, -1, -1, -1]],
])('%s', (program, slots) => expect(last(program).slots).toEqual(slots));

test('the numbers of the chapter', () => {
  expect(last(initialState.program).path).toEqual([3, 1, 6, 7]);
  expect(film('3, 11, 19, 27').filter(({ deed }) => deed === 3).at(-1)?.path).toEqual([3, 0, 1, 6]);
  expect(keysOf(last('3, 11, 3, 19'))).toEqual([3, 11, 19]);
  expect(keysOf(last('3, 11, 19, -11, 27, 11'))).toEqual([3, 19, 27, 11]);
  expect(film(initialState.program)).toHaveLength(initialState.step + 1);
});

test('deleting what is not there changes nothing', () => {
  const frame = last('3, -11');
  expect(frame.said).toContain('KeyError');
  expect(keysOf(frame)).toEqual([3]);
});

test('text that is not keys is refused', () => {
  for (const program of ['', 'x', '1.5', '1000000', '1 2 3 4 5 6 7 8 9', '--3']) {
    expect(deeds(program)).toBeUndefined();
    expect(figure.parse({ program, step: 0 })).toBeUndefined();
  }
  expect(deeds('3，11 -3')).toHaveLength(3);
  expect(figure.parse({ ...initialState, step: -1 })).toBeUndefined();
});

test('every example can be drawn at every step', () => {
  for (const [program] of programs) {
    for (let step = 0; step < film(program).length; step += 1) {
      expect(drawDictSlots({ program, step })).toContain('</svg>');
      expect(tell({ program, step })).not.toMatch(/undefined|NaN|-1/u);
    }
  }
});
