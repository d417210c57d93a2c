import { describe, expect, test } from 'vitest';
import { film, initialState, limits, orphans, programs, statements } from '../../../../src/figures/name-board/model.ts';
import { drawNameBoard, tell } from '../../../../src/figures/name-board/view.ts';

/** Name → value after the whole program, and the last frame. */
function run(program: string) {
  const frame = film(program).at(-1);
  if (frame === undefined) throw new Error('no frame');
  const values = Object.fromEntries([...frame.names].map(([name, place]) => [name, frame.things[place]?.value]));
  return { frame, values };
}

describe('the examples of the chapter', () => {
  test('n = n + 1 binds n anew and leaves m where it was', () => {
    const { frame, values } = run(initialState.program);
    expect(values).toEqual({ n: 6, m: 5 });
    expect(frame.things).toHaveLength(2);
    expect(orphans(frame)).toEqual([]);
  });

  test('m = n makes no object', () => {
    const frame = film('n = 5; m = n')[2];
    expect(frame?.names.get('m')).toBe(frame?.names.get('n'));
    expect(frame?.things).toHaveLength(1);
  });

  test('a, b = b, a swaps; one after the other loses a value', () => {
    expect(run('a = 1; b = 2; a, b = b, a').values).toEqual({ a: 2, b: 1 });
    const { frame, values } = run('a = 1; b = 2; a = b; b = a');
    expect(values).toEqual({ a: 2, b: 2 });
    expect(orphans(frame)).toEqual([0]);
  });

  test('a string stays as it was when its name moves on', () => {
    expect(run('s = "明月"; t = s; s = s + "光"').values).toEqual({ s: '明月光', t: '明月' });
  });
});

test.each([
  ['x = 2 + 3 * 4', { x: 14 }], ['x = (2 + 3) * 4', { x: 20 }], ['n = 5; n += 2', { n: 7 }], ['n = 5; n *= 2 + 1', { n: 15 }],
  ['s = "好" * 3', { s: '好好好' }], ['a, b = 1, 1; a, b = b, a + b; a, b = b, a + b', { a: 2, b: 3 }], ['行 = -3', { 行: -3 }],
])('%s', (program, values) => expect(run(program).values).toEqual(values));

test.each([
  ['n = n + 1', 'NameError'], ['s = "3" + 4', 'TypeError'], ['5 = n', 'SyntaxError'], ['a, b = 1', 'ValueError'], ['n = (2', 'SyntaxError'], ['n = 2 3', 'SyntaxError'],
])('%s is refused with %s, and nothing is bound', (program, name) => {
  const { frame } = run(program);
  expect(frame.said).toContain(name);
  expect(frame.failed).toBe(true);
  expect(frame.names.size).toBe(0);
});

test('what does not fit is refused, not drawn', () => {
  for (const program of ['n = 999999999 * 9', 's = "好" * 99', 'a, b, c, d, e, f, g = 1, 2, 3, 4, 5, 6, 7']) {
    expect(run(program).frame.failed).toBe(true);
  }
});

test('every example can be drawn at every step', () => {
  for (const [program] of programs) {
    for (let step = 0; step <= statements(program).length; step += 1) {
      expect(drawNameBoard({ program, step })).toContain('</svg>');
      expect(tell({ program, step })).not.toContain('undefined');
    }
  }
  expect(limits.statements).toBeGreaterThanOrEqual(4);
});
