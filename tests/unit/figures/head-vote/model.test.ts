import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/head-vote/element.ts';
import { headVote } from '../../../../src/figures/head-vote/model.ts';

const round = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 10000) / 10000);

describe('two heads and a single one', () => {
  test('open with the row of 爱 in the chapter', () => {
    const { first, second, single } = headVote(figure.initial);
    expect(round(first)).toEqual([0.4011, 0.1978, 0.4011]);
    expect(round(second)).toEqual([0.5035, 0.2483, 0.2483]);
    expect(round(single)).toEqual([0.5065, 0.1863, 0.3072]);
  });

  test('a louder head 2 leaves head 1 alone and drowns it in the single head', () => {
    const { first, second, single } = headVote({ word: 1, sharpness: 4 });
    expect(round(first)).toEqual([0.4011, 0.1978, 0.4011]);
    expect(round(second)).toEqual([0.8943, 0.0529, 0.0529]);
    expect(round(single)).toEqual([0.8214, 0.0674, 0.1112]);
  });

  test('自然语言处理 has nothing to ask head 2, however loud it is', () => {
    expect(round(headVote({ word: 2, sharpness: 8 }).second)).toEqual([0.3333, 0.3333, 0.3333]);
  });

  test('every row sums to 1', () => {
    for (const word of [0, 1, 2]) {
      for (const weights of Object.values(headVote({ word, sharpness: 2.5 }))) {
        expect(weights.reduce((sum: number, weight: number) => sum + weight, 0)).toBeCloseTo(1, 12);
      }
    }
  });

  test('a word that is not there is refused', () => {
    expect(() => headVote({ word: 3, sharpness: 1 })).toThrow('word 3 is outside 0..2');
    expect(figure.parse({ word: 3, sharpness: 1 })).toBeUndefined();
  });

  test('the drawing and the spoken line say the numbers', () => {
    expect(figure.view(figure.initial)).toContain('我 0.5065，爱 0.1863，自然语言处理 0.3072');
    expect(figure.announce({ word: 1, sharpness: 4 }, figure.initial)).toContain('单头：0.8214、0.0674、0.1112');
  });
});
