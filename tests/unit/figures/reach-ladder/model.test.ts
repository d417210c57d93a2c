import { expect, test } from 'vitest';
import { dilatedLayers } from '../../../../src/figures/complexity-desk/model.ts';
import { ladders, openingLadder, pathLength } from '../../../../src/figures/reach-ladder/model.ts';
import { reachLadderSvg } from '../../../../src/figures/reach-ladder/view.ts';

const lengths = (size: number, kernel: number): number[] => ladders({ size, kernel }).map(pathLength);

test.each([
  [8, 3, [7, 4, 2, 1]],
  [9, 3, [8, 4, 2, 1]],
  [10, 3, [9, 5, 3, 1]],
  [2, 2, [1, 1, 1, 1]],
])('%i tokens with kernels of width %i take the steps that the chapter counts', (size, kernel, expected) => {
  expect(lengths(size, kernel)).toEqual(expected);
});

test('the dilated ladder agrees with the formula of the complexity desk', () => {
  for (const size of [2, 3, 4, 8, 9, 10, 24]) {
    expect(pathLength(ladders({ size, kernel: 3 })[2]!)).toBe(dilatedLayers(size, 3));
  }
});

test('in recurrence the news moves one token a step', () => {
  const [loop] = ladders({ size: 4, kernel: 3 });
  expect(loop?.reached).toEqual([
    [true, false, false, false], [true, true, false, false], [true, true, true, false], [true, true, true, true],
  ]);
});

test('the drawing names every ladder with its length', () => {
  const svg = reachLadderSvg(openingLadder);
  ['循环<', '7 步<', '卷积<', '4 层<', '膨胀卷积<', '2 层<', '自注意力<', '1 层<'].forEach((words) => expect(svg).toContain(words));
});
