import { describe, expect, test } from 'vitest';
import follow from '../../../../content/python/day15-capstone/follow.json' with { type: 'json' };
import { figure } from '../../../../src/figures/bigram-desk/element.ts';
import { draw, edge, finished, initialState, longest, rowOf, starts, strengths, written, type DeskState } from '../../../../src/figures/bigram-desk/model.ts';
import { tell } from '../../../../src/figures/bigram-desk/view.ts';
import { sum } from '../../../../src/figures/kit/numbers.ts';

const at = (k: number, more: Partial<DeskState> = {}): DeskState => ({ ...initialState, k: strengths.findIndex((value) => value === k), ...more });

describe('the row of 春, as the chapter counts it by hand', () => {
  test('followed 23 times by 16 characters, 风 six times', () => {
    const { seen, total, unseen } = rowOf(follow, initialState);
    expect([total, seen.length, unseen.count]).toEqual([23, 16, 804]);
    expect(seen.slice(0, 3).map(({ char, count }) => `${char}${count}`)).toEqual(['风6', '日2', '潮2']);
  });

  test('add-k: 6.1/105, 7/843, and what is left to the 804 others', () => {
    expect(rowOf(follow, initialState).seen[0]?.p).toBeCloseTo(6.1 / 105, 12);
    expect(rowOf(follow, initialState).unseen.p).toBeCloseTo(80.4 / 105, 12);
    expect(rowOf(follow, at(1)).seen[0]?.p).toBeCloseTo(7 / 843, 12);
    expect(rowOf(follow, at(0.001)).seen[0]?.p).toBeCloseTo(6.001 / 23.82, 12);
  });

  test('a low temperature gives what was left to the others to the likeliest', () => {
    const cold = rowOf(follow, at(0.1, { temperature: 0.2 }));
    expect(cold.seen[0]?.p).toBeGreaterThan(0.98);
    expect(cold.unseen.p).toBeLessThan(1e-3);
  });
});

test('every row sums to one, at every k and temperature', () => {
  for (const char of ['春', edge, '□', ...starts]) {
    for (const k of strengths) {
      const { seen, unseen } = rowOf(follow, at(k, { line: char, temperature: 0.7 }));
      expect(sum(seen.map(({ p }) => p)) + unseen.p).toBeCloseTo(1, 9);
    }
  }
});

test('the vocabulary is the 819 characters that have a row, and the unknown one', () => {
  expect(Object.keys(follow.rows)).toHaveLength(follow.size - 1);
  expect(follow.size).toBe(820);
});

test('a drawn line is the same for a seed, ends, and every state of it is read back', () => {
  const write = (seed: number): DeskState => {
    let state: DeskState = { ...initialState, seed, k: 0 };
    while (!finished(state)) {
      expect(figure.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
      state = written(state, draw(follow, state));
    }
    return state;
  };
  expect(write(7)).toEqual(write(7));
  expect(new Set([1, 2, 3, 4].map((seed) => write(seed).line)).size).toBeGreaterThan(1);
  const end = write(7);
  expect(figure.parse(end)).toEqual(end);
  expect(written(end, '风')).toBe(end);
});

test('almost every draw at k = 10 is a character that never followed', () => {
  const seen = new Set(rowOf(follow, initialState).seen.map(({ char }) => char));
  const strange = Array.from({ length: 200 }, (_, seed) => draw(follow, at(10, { seed }))).filter((char) => !seen.has(char));
  expect(strange.length).toBeGreaterThan(180);
});

describe('what the reader does', () => {
  const act = (name: string, value = '', places: number[] = []) => figure.update(initialState, { name, value, at: places });

  test('press, draw, start, rewrite and slide', () => {
    expect(act('take', '', [0]).line).toBe('春风');
    expect(act('next').line).toHaveLength(2);
    expect(act('start', '月').line).toBe('月');
    expect(act('again')).toEqual({ ...initialState, seed: 8 });
    expect(act('k', '6')).toEqual(at(1));
    expect(act('temperature', '0.5').temperature).toBe(0.5);
    expect(act('other')).toBe(initialState);
  });

  test('a state that is damaged or unknown is refused', () => {
    for (const damage of [{ line: '' }, { line: '春q' }, { line: '春'.repeat(longest + 1) }, { k: 9 }, { temperature: 0 }, { seed: -1 }]) {
      expect(figure.parse({ ...initialState, ...damage })).toBeUndefined();
    }
  });

  test('is told in words', () => {
    expect(tell(follow, initialState)).toBe('「春」之后：风 0.058，日 0.020，潮 0.020；没跟过的 804 个字合计 0.766。');
    expect(tell(follow, { ...initialState, line: `春风${edge}` })).toBe('「春风⏎」写完了。');
  });
});
