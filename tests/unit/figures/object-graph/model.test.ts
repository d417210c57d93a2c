import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/object-graph/element.ts';
import { after, before, initialState, makes, questions, routes, show, spreads, statement, type GraphState, type Make } from '../../../../src/figures/object-graph/model.ts';
import { drawObjectGraph, tell } from '../../../../src/figures/object-graph/view.ts';

const ask = (make: Make, path: readonly number[]): GraphState => ({ make, path, guess: 'yes' });

/** Name → what Python would print after the last statement. */
function values(make: Make, path: readonly number[]) {
  const world = after(ask(make, path));
  return Object.fromEntries(world.names.map(([name, place]) => [name, show(world, place)]));
}

const old = "[['白', '日'], ['黄', '河']]";
const inner = "[['红', '日'], ['黄', '河']]";
const outer = "[['明', '月'], ['黄', '河']]";

describe('the four ways to get b from a, as the chapter prints them', () => {
  test.each([
    ['assign', [0, 0], inner, inner], ['assign', [0], outer, outer], ['assign', [], old, '[]'],
    ['slice', [0, 0], inner, inner], ['slice', [0], old, outer], ['slice', [], old, '[]'],
    ['copy', [0, 0], inner, inner], ['copy', [0], old, outer],
    ['deepcopy', [0, 0], old, inner], ['deepcopy', [0], old, outer], ['deepcopy', [], old, '[]'],
  ] as const)('%s, assignment at %j', (make, path, a, b) => {
    expect(values(make, path)).toEqual({ a, b });
    expect(spreads(ask(make, path))).toBe(a !== old);
  });

  test('there are 3 lists after assignment, 4 after a slice or copy.copy, 6 after deepcopy', () => {
    const lists = (make: Make) => before(make).things.filter(({ level }) => level !== 3).length;
    expect([lists('assign'), lists('slice'), lists('copy'), lists('deepcopy')]).toEqual([3, 4, 4, 6]);
  });

  test('deepcopy shares the characters and nothing else', () => {
    const world = before('deepcopy');
    for (const [place, ways] of routes(world).entries()) expect(ways).toHaveLength(world.things[place]?.level === 3 ? 2 : 1);
  });
});

test('[[0]*3]*3 has one row behind three slots; the comprehension has three', () => {
  expect(values('times', [0, 0])).toEqual({ g: '[[1, 0, 0], [1, 0, 0], [1, 0, 0]]' });
  expect(values('rows', [0, 0])).toEqual({ g: '[[1, 0, 0], [0, 0, 0], [0, 0, 0]]' });
  expect(values('times', [0])).toEqual({ g: '[[7, 8, 9], [0, 0, 0], [0, 0, 0]]' });
  expect(spreads(ask('times', [2, 1]))).toBe(true);
  expect(spreads(ask('times', [0]))).toBe(false);
  expect(spreads(ask('rows', [0, 0]))).toBe(false);
  const world = before('times');
  expect(world.things.filter(({ level }) => level === 2)).toHaveLength(1);
});

test('the first frame waits for the guess before b[0][0] = \'红\' through a slice', () => {
  expect(statement(initialState)).toBe("b[0][0] = '红'");
  const svg = drawObjectGraph(initialState);
  expect(svg).toContain('b = a[:]');
  expect(svg).not.toContain(">'红'<");
  expect(drawObjectGraph({ ...initialState, guess: 'yes' })).toContain(">'红'<");
  expect(tell(initialState)).toContain('打印 a，会变吗');
});

describe('what the reader may do', () => {
  const act = (state: GraphState, name: string, at: readonly number[] = [], value = '') => figure.update(state, { name, at, value });

  test('a guess carries the statement out and is judged with the reason', () => {
    const right = act(initialState, 'guess', [1]);
    expect(tell(right)).toContain('猜对了，会：被改的列表，a[0]、b[0] 都通到');
    expect(tell(act(initialState, 'guess', [0]))).toContain('没猜对，会');
    expect(tell(act(ask('deepcopy', [0, 0]), 'guess', [0]))).toContain('猜对了，不会：被改的列表只有 b[0] 通到');
  });

  test('another question hides the answer', () => {
    const guessed = act(initialState, 'guess', [1]);
    for (const next of [act(guessed, 'make', [], 'deepcopy'), act(guessed, 'level', [], '1'), act(guessed, 'slot', [1, 1]), act(guessed, 'next')]) {
      expect(next.guess).toBe('none');
      expect(figure.parse(next)).toEqual(next);
      expect(next).not.toEqual(initialState);
    }
  });

  test('a slot beyond the smaller shape is brought inside; a grid has no second name to bind', () => {
    expect(act(ask('times', [2, 2]), 'make', [], 'slice').path).toEqual([1, 1]);
    expect(act(ask('slice', []), 'make', [], 'times').path).toEqual([0, 0]);
  });

  test('「换一题」 goes round all questions', () => {
    let state: GraphState = initialState;
    const seen = new Set<string>();
    for (const _question of questions) {
      state = act(state, 'next');
      seen.add(`${state.make}${state.path.length}`);
    }
    expect(seen.size).toBe(16);
    expect({ ...state }).toEqual(initialState);
  });
});

test('damaged states are refused', () => {
  for (const bad of [null, {}, { ...initialState, path: [2, 0] }, { ...initialState, make: 'times', path: [] }, { ...initialState, path: [0, 0, 0] }, { ...initialState, guess: true }, { ...initialState, more: 1 }]) {
    expect(figure.parse(bad)).toBeUndefined();
  }
});

test('every question can be drawn before and after', () => {
  for (const make of makes) {
    for (const { path } of questions.filter((known) => known.make === make)) {
      const heights = (['none', 'yes'] as const).map((guess) => {
        const svg = drawObjectGraph({ make, path, guess });
        expect(svg).not.toMatch(/undefined|NaN/);
        return /height="(\d+)" role/.exec(svg)?.[1];
      });
      expect(heights[0]).toBe(heights[1]);
    }
  }
});
