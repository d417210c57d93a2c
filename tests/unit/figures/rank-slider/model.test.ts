import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/rank-slider/element.ts';
import { decompose, initialState, kept, pictureNames, pictures, piecesOf, sideOf, type Picture } from '../../../../src/figures/rank-slider/model.ts';
import { tell } from '../../../../src/figures/rank-slider/view.ts';

const close = (values: readonly number[], expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 3));
};
const first = (picture: Picture, count: number): readonly number[] => kept({ picture, k: 1 }).sigmas.slice(0, count);

describe('the numbers of the chapter', () => {
  test('by hand: σ² = 45 and 5; the first piece is 1.5 [[1, 1], [3, 3]]', () => {
    const now = kept(initialState);
    close(now.sigmas.map((sigma) => sigma ** 2), [45, 5]);
    close(now.rebuilt.flat(), [1.5, 1.5, 4.5, 4.5]);
    close(now.rest.flat(), [1.5, -1.5, -0.5, 0.5]);
    expect(now.error).toBeCloseTo(Math.sqrt(5), 12);
    expect(now.share).toBeCloseTo(0.9, 12);
    expect([now.stored, now.whole]).toEqual([5, 4]);
    expect(tell(initialState)).toBe('手算例（2×2），留 1 个奇异值：误差 2.236，保留能量 90.0%；要存 5 个数，原来 4 个。');
  });
  test('the pictures, as np.linalg.svd gives them', () => {
    close(first('word', 4), [5.672, 2.640, 1.689, 0]);
    close(kept({ picture: 'word', k: 1 }).energy.slice(0, 3), [0.766, 0.932, 1]);
    close(first('disc', 5), [7.732, 2.000, 1.578, 1.311, 0]);
    expect(kept({ picture: 'word', k: 3 }).error).toBeLessThan(1e-9);
    close(first('line', 12), Array.from({ length: 12 }, () => 1));
    expect(kept({ picture: 'line', k: 6 }).share).toBeCloseTo(0.5, 12);
    expect(kept({ picture: 'word', k: 3 }).stored).toBe(75);
  });
});

test.each(pictureNames)('%s: the pieces are orthogonal, add up to the picture, and the error is the tail of the σ', (picture) => {
  const pieces = piecesOf(picture);
  const size = sideOf(picture);
  pieces.forEach((one, i) => pieces.forEach((other, j) => {
    const product = (a: readonly number[], b: readonly number[]): number => a.reduce((total, value, row) => total + value * (b[row] ?? 0), 0);
    expect(product(one.v, other.v)).toBeCloseTo(i === j ? 1 : 0, 9);
    expect(product(one.scaled, other.scaled)).toBeCloseTo(i === j ? one.sigma ** 2 : 0, 9);
  }));
  for (let k = 0; k <= size; k += 1) {
    const now = kept({ picture, k });
    expect(now.error).toBeCloseTo(Math.sqrt(now.sigmas.slice(k).reduce((total, sigma) => total + sigma ** 2, 0)), 9);
  }
  expect(kept({ picture, k: size }).rebuilt.flat().map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual((pictures[picture] as readonly (readonly number[])[]).flat());
});

test('a tall matrix, and one whose columns depend on each other', () => {
  close(decompose([[1, 2], [2, 4], [2, 4]]).map(({ sigma }) => sigma), [Math.sqrt(45), 0]);
});

test('the reader changes the picture, k, or presses a bar', () => {
  const act = (name: string, value: string, at: readonly number[] = []) => figure.update(initialState, { name, at, value });
  expect(act('picture', 'word')).toEqual({ picture: 'word', k: 1 });
  expect(act('k', '2')).toEqual({ picture: 'hand', k: 2 });
  expect(act('keep', '', [2])).toEqual({ picture: 'hand', k: 2 });
  expect(act('other', '')).toBe(initialState);
  expect(figure.update({ picture: 'word', k: 9 }, { name: 'picture', at: [], value: 'hand' })).toEqual({ picture: 'hand', k: 2 });
});

test.each([[{ picture: 'hand', k: 3 }], [{ picture: 'cat', k: 1 }], [{ picture: 'word', k: 1.5 }], [{ picture: 'word' }], [null]])(
  'refuses the state %j', (state) => expect(figure.parse(state)).toBeUndefined());
