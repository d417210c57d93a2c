/** The way through one `try` statement with all four parts: which lines run, what is left to do, and how it ends. */

export const raised = ['none', 'ValueError', 'KeyError'] as const;
export type Raised = (typeof raised)[number];

export interface PathState {
  /** What the calls in `try`, `except` and `else` raise. */
  readonly tried: Raised;
  readonly handler: Raised;
  readonly otherwise: Raised;
  /** Whether `finally` ends with a `return` of its own. */
  readonly last: boolean;
  readonly step: number;
}

/** The longest way: start, try, except or else, return, finally, its return, end. */
export const lastStep = 6;

export const initialState: PathState = { tried: 'ValueError', handler: 'none', otherwise: 'none', last: false, step: lastStep };

/** Lines of the program, from 0. */
export const at = { tried: 2, handler: 4, patch: 5, otherwise: 7, good: 8, finish: 10, tail: 11 } as const;

export const program = [
  'def f():', '    try:', '        step("try")', '    except ValueError:', '        step("except")', '        return "补"',
  '    else:', '        step("else")', '        return "好"', '    finally:', '        step("finally")', '        return "尾"',
] as const;

/** What the function will do as soon as nothing stands in its way; `context` is the exception that was being handled. */
export type Pending =
  | { readonly kind: 'go on' }
  | { readonly kind: 'return'; readonly value: string }
  | { readonly kind: 'raise'; readonly error: string; readonly context?: string };

export interface Frame {
  /** The line just run; −1 before the call, the program's length after it. */
  readonly line: number;
  readonly event: 'start' | 'ran' | 'raised' | 'returned' | 'discarded' | 'end';
  readonly pending: Pending;
  /** Parts entered so far. */
  readonly trace: readonly string[];
}

/** From before the call to what the caller gets. */
export function film({ tried, handler, otherwise, last }: Omit<PathState, 'step'>): readonly Frame[] {
  let pending: Pending = { kind: 'go on' };
  let trace: readonly string[] = [];
  const frames: Frame[] = [{ line: -1, event: 'start', pending, trace }];
  const call = (part: string, line: number, error: Raised, context?: string): boolean => {
    trace = [...trace, part];
    if (error !== 'none') pending = { kind: 'raise', error, ...(context === undefined ? {} : { context }) };
    frames.push({ line, event: error === 'none' ? 'ran' : 'raised', pending, trace });
    return error === 'none';
  };
  const give = (line: number, value: string): void => {
    const event = pending.kind === 'go on' ? 'returned' : 'discarded';
    pending = { kind: 'return', value };
    frames.push({ line, event, pending, trace });
  };
  if (call('try', at.tried, tried)) {
    if (call('else', at.otherwise, otherwise)) give(at.good, '好');
  } else if (tried === 'ValueError') {
    pending = { kind: 'go on' };
    if (call('except', at.handler, handler, tried)) give(at.patch, '补');
  }
  call('finally', at.finish, 'none');
  if (last) give(at.tail, '尾');
  frames.push({ line: program.length, event: 'end', pending, trace });
  return frames;
}

/** What the caller sees: a value, or an exception. */
export function outcome(state: Omit<PathState, 'step'>): string {
  const { pending } = film(state).at(-1) ?? { pending: { kind: 'go on' } as Pending };
  return pending.kind === 'return' ? `返回「${pending.value}」` : pending.kind === 'raise' ? `抛出 ${pending.error}` : '继续';
}
