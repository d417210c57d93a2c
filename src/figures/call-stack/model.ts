/** Three recursive functions as films: one frame per call (push), return (pop) and, for 汉诺塔, per move of a disc. */

import { range } from '../kit/numbers.ts';

export const programs = ['factorial', 'fibonacci', 'hanoi'] as const;
export type Program = (typeof programs)[number];

export interface StackState {
  readonly program: Program;
  readonly n: number;
  readonly step: number;
}

/** The largest n that is shown: deeper stacks and longer films teach nothing new. */
export const largest: Readonly<Record<Program, number>> = { factorial: 6, fibonacci: 5, hanoi: 4 };

export const initialState: StackState = { program: 'factorial', n: 3, step: 4 };

/** Line 0 is the `def`; `Call.line` counts from there. */
export const code: Readonly<Record<Program, readonly string[]>> = {
  factorial: ['def factorial(n):', '    if n == 0:', '        return 1', '    rest = factorial(n - 1)', '    return n * rest'],
  fibonacci: ['def fib(n):', '    if n < 2:', '        return n', '    left = fib(n - 1)', '    right = fib(n - 2)', '    return left + right'],
  hanoi: ['def hanoi(n, a, b, c):', '    if n == 0:', '        return 0', '    left = hanoi(n - 1, a, c, b)', '    print(n, a, "→", c)', '    right = hanoi(n - 1, b, a, c)', '    return left + 1 + right'],
};

export type Local = readonly [name: string, value: number | string];

/** One frame of the call stack; `line` is where this call stands or waits. */
export interface Call {
  readonly name: string;
  readonly locals: readonly Local[];
  readonly line: number;
}

/** Disc, from peg, to peg. */
export type Move = readonly [disc: number, from: string, to: string];

export interface Frame {
  /** The oldest call first; the last is the top of the stack. */
  readonly stack: readonly Call[];
  readonly event: 'start' | 'call' | 'return' | 'move' | 'end';
  /** What the top frame gives back, on `return`; the whole result, on `end`. */
  readonly value: number;
  readonly calls: number;
  readonly deepest: number;
  /** How often the function was called so far, by its n. */
  readonly counts: readonly number[];
  readonly moves: readonly Move[];
}

class Film {
  readonly frames: Frame[] = [];
  readonly counts: number[];
  readonly moves: Move[] = [];
  stack: readonly Call[] = [];
  calls = 0;
  deepest = 0;

  constructor(n: number) {
    this.counts = range(n + 1).map(() => 0);
    this.take('start');
  }

  take(event: Frame['event'], value = 0): void {
    const { stack, calls, deepest } = this;
    this.frames.push({ stack, event, value, calls, deepest, counts: [...this.counts], moves: [...this.moves] });
  }

  push(name: string, n: number, rest: readonly Local[] = []): void {
    this.stack = [...this.stack, { name, locals: [['n', n], ...rest], line: 1 }];
    this.calls += 1;
    this.deepest = Math.max(this.deepest, this.stack.length);
    this.counts[n] = (this.counts[n] ?? 0) + 1;
    this.take('call');
  }

  /** The top frame goes to a line, perhaps with one more local name. */
  to(line: number, ...bound: readonly Local[]): void {
    this.stack = this.stack.map((call, i) => (i < this.stack.length - 1 ? call : { ...call, line, locals: [...call.locals, ...bound] }));
  }

  pop(line: number, value: number, ...bound: readonly Local[]): number {
    this.to(line, ...bound);
    this.take('return', value);
    this.stack = this.stack.slice(0, -1);
    return value;
  }
}

function factorial(film: Film, n: number): number {
  film.push('factorial', n);
  if (n === 0) return film.pop(2, 1);
  film.to(3);
  const rest = factorial(film, n - 1);
  return film.pop(4, n * rest, ['rest', rest]);
}

function fibonacci(film: Film, n: number): number {
  film.push('fib', n);
  if (n < 2) return film.pop(2, n);
  film.to(3);
  const left = fibonacci(film, n - 1);
  film.to(4, ['left', left]);
  const right = fibonacci(film, n - 2);
  return film.pop(5, left + right, ['right', right]);
}

function hanoi(film: Film, n: number, a = 'A', b = 'B', c = 'C'): number {
  film.push('hanoi', n, [['a', a], ['b', b], ['c', c]]);
  if (n === 0) return film.pop(2, 0);
  film.to(3);
  const left = hanoi(film, n - 1, a, c, b);
  film.to(4, ['left', left]);
  film.moves.push([n, a, c]);
  film.take('move');
  film.to(5);
  const right = hanoi(film, n - 1, b, a, c);
  return film.pop(6, left + 1 + right, ['right', right]);
}

const run = { factorial, fibonacci, hanoi };

/** From the moment before the call to the moment when the result is there. */
export function film({ program, n }: Pick<StackState, 'program' | 'n'>): readonly Frame[] {
  const recorder = new Film(n);
  const value = run[program](recorder, n);
  recorder.take('end', value);
  return recorder.frames;
}

/** The discs on a peg, the lowest (largest) first. */
export function peg(name: string, n: number, moves: readonly Move[]): number[] {
  const place = (disc: number): string => moves.findLast(([moved]) => moved === disc)?.[2] ?? 'A';
  return range(n).map((i) => n - i).filter((disc) => place(disc) === name);
}
