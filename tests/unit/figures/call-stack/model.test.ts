import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/call-stack/element.ts';
import { code, film, initialState, largest, peg, programs, type Program } from '../../../../src/figures/call-stack/model.ts';
import { drawCallStack, tell } from '../../../../src/figures/call-stack/view.ts';

function last(program: Program, n: number) {
  const frame = film({ program, n }).at(-1);
  if (frame === undefined) throw new Error('no frame');
  return frame;
}

describe('the numbers of the chapter', () => {
  test('factorial(3): four frames are pushed, then 1, 1, 2 and 6 come back', () => {
    const frames = film({ program: 'factorial', n: 3 });
    expect(frames).toHaveLength(10);
    expect(frames.filter(({ event }) => event === 'return').map(({ value }) => value)).toEqual([1, 1, 2, 6]);
    expect(frames[4]?.stack.map(({ locals }) => locals)).toEqual([[['n', 3]], [['n', 2]], [['n', 1]], [['n', 0]]]);
    expect(last('factorial', 3)).toMatchObject({ value: 6, calls: 4, deepest: 4, stack: [] });
  });

  test('the figure opens where the stack of factorial(3) is deepest', () => {
    expect(tell(initialState)).toBe('调用 factorial(0)，压入一帧。栈上 4 帧，共调用 4 次，最深 4 帧。');
  });

  test('fib(5) is 5 after 15 calls, never more than five frames at once', () => {
    expect(last('fibonacci', 5)).toMatchObject({ value: 5, calls: 15, deepest: 5, counts: [3, 5, 3, 2, 1, 1] });
  });

  test.each([[1, 1, 3], [2, 3, 7], [3, 7, 15], [4, 15, 31]])('hanoi(%i) takes %i moves and %i calls', (n, moves, calls) => {
    const end = last('hanoi', n);
    expect(end).toMatchObject({ value: moves, calls, deepest: n + 1 });
    expect(end.moves).toHaveLength(moves);
  });

  test('hanoi(2) moves 1 A→B, 2 A→C, 1 B→C', () => {
    expect(last('hanoi', 2).moves).toEqual([[1, 'A', 'B'], [2, 'A', 'C'], [1, 'B', 'C']]);
  });
});

test.each([[1], [2], [3], [4]])('no disc of %i ever lies on a smaller one, and all end on C', (n) => {
  for (const { moves } of film({ program: 'hanoi', n })) {
    for (const name of ['A', 'B', 'C']) {
      const discs = peg(name, n, moves);
      expect(discs).toEqual([...discs].sort((a, b) => b - a));
    }
    const moved = moves.at(-1);
    if (moved) expect(peg(moved[1], n, moves.slice(0, -1)).at(-1)).toBe(moved[0]);
  }
  expect(peg('C', n, last('hanoi', n).moves)).toHaveLength(n);
});

test('every call returns once, and the current line is one of the program', () => {
  for (const program of programs) {
    for (let n = 0; n <= largest[program]; n += 1) {
      const frames = film({ program, n });
      expect(frames.filter(({ event }) => event === 'return')).toHaveLength(last(program, n).calls);
      for (const { stack } of frames) for (const { line } of stack) expect(code[program][line]).toBeDefined();
      frames.forEach((_frame, step) => {
        expect(drawCallStack({ program, n, step })).toContain('</svg>');
        expect(figure.parse({ program, n, step })).toBeDefined();
      });
    }
  }
});

test('an n that is too large, and a damaged state, are refused', () => {
  for (const json of [{ program: 'hanoi', n: 5, step: 0 }, { program: 'ackermann', n: 1, step: 0 }, { program: 'factorial', n: 1.5, step: 0 }, { program: 'factorial', n: 3 }, null]) {
    expect(figure.parse(json)).toBeUndefined();
  }
});

test('changing the function keeps n where it fits, and starts at the first call', () => {
  const action = { at: [], name: 'program', value: 'hanoi' };
  expect(figure.update({ program: 'factorial', n: 6, step: 9 }, action)).toEqual({ program: 'hanoi', n: 4, step: 1 });
  expect(figure.update(initialState, { at: [], name: 'n', value: '' })).toBe(initialState);
});
