import { describe, expect, test } from 'vitest';
import next from '../../../../content/llm/pretrained/nano-gpt/next.json';
import { sum } from '../../../../src/figures/kit/numbers.ts';
import { cuts, initialState, probabilities } from '../../../../src/figures/poem-desk/model.ts';

const kept = (p: readonly number[], change: Partial<typeof initialState> = {}): number[] =>
  cuts(p, { ...initialState, ...change }).map((cut) => cut.kept);

describe('three ways to cut', () => {
  const p = [0.5, 0.25, 0.15, 0.06, 0.04];

  test('top-k counts, top-p sums up, min-p compares with the likeliest', () => {
    expect(kept(p, { topK: 2, topP: 0.9, minP: 0.1 })).toEqual([2, 3, 4]);
    expect(cuts(p, { ...initialState, topK: 2 })[0]?.mass).toBeCloseTo(0.75, 12);
  });

  test('the likeliest always stays, and nothing is cut by the widest settings', () => {
    expect(kept(p, { topK: 1, topP: 0.05, minP: 1 })).toEqual([1, 1, 1]);
    expect(kept(p, { topK: 100, topP: 1, minP: 0 })).toEqual([5, 5, 5]);
  });
});

describe('the trained model', () => {
  test('every prefix has the whole vocabulary, in descending order', () => {
    for (const { logits } of next.prefixes) {
      expect(logits).toHaveLength(next.vocabulary);
      expect(logits).toEqual([...logits].sort((a, b) => b - a));
    }
  });

  test('at the start of a poem the same k keeps far less than inside a line that only one poem has', () => {
    const of = (text: string): number[] => {
      const prefix = next.prefixes.find((candidate) => candidate.text === text);
      if (prefix === undefined) throw new Error(`no prefix ${text}`);
      return probabilities(prefix, 1);
    };
    const start = cuts(of(''), initialState);
    const inside = cuts(of('白日依山'), initialState);
    expect(sum(of(''))).toBeCloseTo(1, 9);
    expect(start[0]?.mass).toBeLessThan(0.3);
    expect(inside[0]?.mass).toBeGreaterThan(0.95);
    expect(start[1]?.kept).toBeGreaterThan(40);
    expect(inside[1]?.kept).toBe(1);
  });
});
