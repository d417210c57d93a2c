import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/loop-trace/element.ts';
import { code, examples, film, initialState, programs, type Program } from '../../../../src/figures/loop-trace/model.ts';
import { drawLoopTrace, tell } from '../../../../src/figures/loop-trace/view.ts';

const last = (program: Program, input: string) => film({ program, input }).at(-1);
/** Numbers of the lines, from 1, in the order of execution. */
const path = (program: Program, input: string) => film({ program, input }).map(({ line }) => line + 1);

describe('digits in base 7', () => {
  test('202 goes 202, 28, 4, 0, and the invariant holds whenever the condition is asked', () => {
    const asked = film({ program: 'base', input: '202' }).filter(({ condition }) => condition !== undefined);
    expect(asked.map(({ names }) => [names.get('rest'), names.get('weight'), names.get('digits')])).toEqual([
      ['202', '1', "''"], ['28', '7', "'6'"], ['4', '49', "'06'"], ['0', '343', "'406'"],
    ]);
    expect(asked.map(({ invariant }) => invariant)).toEqual([
      { words: '202 × 1 + 0 = 202', holds: true }, { words: '28 × 7 + 6 = 202', holds: true },
      { words: '4 × 49 + 6 = 202', holds: true }, { words: '0 × 343 + 202 = 202', holds: true },
    ]);
  });

  test('within the body the invariant is broken for a while', () => {
    const broken = film({ program: 'base', input: '202' }).slice(1, 5).map(({ invariant }) => invariant?.words);
    expect(broken).toEqual(['202 × 1 + 0 = 202', '202 × 1 + 6 = 208', '28 × 1 + 6 = 34', '28 × 7 + 6 = 202']);
    expect(tell({ ...initialState, step: initialState.step + 2 })).toContain('4 × 7 + 6 = 34，暂时不等于 n');
    expect(tell({ ...initialState, step: initialState.step + 3 })).toContain('4 × 49 + 6 = 202，等于 n');
  });

  test.each([['5000', "'20402'"], ['6', "'6'"], ['0', "''"], ['99999', `'${(99999).toString(7)}'`]])('%s is %s', (input, digits) => {
    expect(last('base', input)?.names.get('digits')).toBe(digits);
  });

  test('the picture opens with the second check: 28 × 7 + 6', () => {
    expect(tell(initialState)).toContain('28 × 7 + 6 = 202');
    expect(drawLoopTrace(initialState)).toContain('28 &gt; 0 → True');
  });
});

describe('the prime test', () => {
  test('91 leaves by break at 7 and skips the else', () => {
    expect(path('prime', '91')).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 3, 4, 7]);
    expect(last('prime', '91')?.names.get('said')).toBe("'7 整除 91'");
  });

  test('97 tries eight divisors, then the else; 2 tries none', () => {
    expect(path('prime', '97')).toEqual([...Array.from({ length: 8 }, () => [1, 2]).flat(), 1, 5, 6, 7]);
    expect(path('prime', '2')).toEqual([1, 5, 6, 7]);
  });

  test('says prime exactly for the primes', () => {
    for (let n = 2; n <= 999; n += 1) {
      const divided = Array.from({ length: n - 2 }, (_item, i) => i + 2).some((d) => n % d === 0);
      expect(last('prime', String(n))?.said.includes('素数'), String(n)).toBe(!divided);
    }
  });
});

test.each([
  ['find 月', [1, 2, 3, 5, 7, 9, 10, 15], "'找 月'"], ['find 月 春 酒', [1, 2, 3, 5, 7, 9, 11, 12, 15], '"找 月 和 [\'春\', \'酒\']"'],
  ['top 5', [1, 2, 3, 5, 7, 8, 15], "'前 5 名'"], ['top 春', [1, 2, 3, 5, 7, 9, 11, 13, 14, 15], "'不懂 top'"],
  ['q', [1, 2, 3, 5, 6, 15], "'再见'"], ['  ', [1, 2, 3, 4, 15], "'空命令'"], ['find', [1, 2, 3, 5, 7, 9, 11, 13, 14, 15], "'不懂 find'"],
] as const)('the command %j runs lines %j', (input, lines, said) => {
  expect(path('command', input)).toEqual(lines);
  expect(last('command', input)?.names.get('said')).toBe(said);
});

test('a name bound before a failing guard stays bound, as in CPython', () => {
  expect(last('command', 'top 春')?.names.get('k')).toBe("'春'");
});

test('every example can be drawn and told at every step, and fits the code', () => {
  for (const program of programs) {
    for (const input of examples[program]) {
      film({ program, input }).forEach(({ line, names }, step) => {
        expect(drawLoopTrace({ program, input, step })).toContain('</svg>');
        expect(tell({ program, input, step })).not.toContain('undefined');
        expect(code[program][line]).toBeDefined();
        expect(names.size).toBeLessThanOrEqual(6);
      });
    }
  }
});

test('no line of code reaches the table', () => {
  for (const line of Object.values(code).flat()) {
    const units = [...line].reduce((sum, character) => sum + (character > '⺀' ? 12 : 7.2), 28);
    expect(units, line).toBeLessThan(296);
  }
});

test('refuses what a program cannot take', () => {
  for (const state of [
    { program: 'prime', input: '1', step: 0 }, { program: 'prime', input: '1000', step: 0 }, { program: 'base', input: '-3', step: 0 },
    { program: 'base', input: '007', step: 0 }, { program: 'command', input: "'", step: 0 }, { program: 'else', input: '3', step: 0 },
    { program: 'base', input: 202, step: 0 },
  ]) expect(figure.parse(state)).toBeUndefined();
  expect(figure.update(initialState, { name: 'program', at: [], value: 'prime' })).toEqual({ program: 'prime', input: '91', step: 0 });
  expect(figure.update(initialState, { name: 'input', at: [], value: 'x' })).toBe(initialState);
});
