/** Three short Python programs as films: one frame for each line as it is executed, with the names as they are after it. */

import { at } from '../kit/numbers.ts';

export const programs = ['base', 'prime', 'command'] as const;
export type Program = (typeof programs)[number];

export interface TraceState {
  readonly program: Program;
  /** What the reader gives the program: a whole number, or a command. */
  readonly input: string;
  readonly step: number;
}

export interface Frame {
  /** Place of the line in the code, from 0. */
  readonly line: number;
  /** Name and value as Python's `repr` shows it, in the order of first binding. */
  readonly names: ReadonlyMap<string, string>;
  /** The names that this line bound. */
  readonly bound: readonly string[];
  readonly said: string;
  /** Of a line that decides: the question with its numbers, and the answer. */
  readonly condition?: { readonly words: string; readonly holds: boolean };
  /** `base` only: both sides of rest × weight + digits = n. */
  readonly invariant?: { readonly words: string; readonly holds: boolean };
}

export const code: Readonly<Record<Program, readonly string[]>> = {
  base: [
    'rest, weight, digits = n, 1, ""', 'while rest > 0:', '    digits = str(rest % 7) + digits', '    rest = rest // 7',
    '    weight = weight * 7', 'print(digits)',
  ],
  prime: [
    'for d in range(2, isqrt(n) + 1):', '    if n % d == 0:', '        said = f"{d} 整除 {n}"', '        break', 'else:',
    '    said = f"{n} 是素数"', 'print(said)',
  ],
  command: [
    'words = command.split()', 'match words:', '    case []:', '        said = "空命令"', '    case ["quit" | "q"]:', '        said = "再见"',
    '    case ["top", k] if k.isdecimal():', '        said = f"前 {k} 名"', '    case ["find", word]:', '        said = f"找 {word}"',
    '    case ["find", word, *more]:', '        said = f"找 {word} 和 {more}"', '    case [other, *_]:', '        said = f"不懂 {other}"',
    'print(said)',
  ],
};

/** Inputs to begin with; the first is the one a program opens with. */
export const examples: Readonly<Record<Program, readonly string[]>> = {
  base: ['202', '5000', '6', '0'],
  prime: ['91', '97', '9', '2'],
  command: ['find 月', 'find 月 春 酒', 'top 5', 'top 春', 'q', 'hello', ''],
};

export const initialState: TraceState = { program: 'base', input: '202', step: 5 };

export const accepts = (program: Program, input: string): boolean =>
  (program === 'command'
    ? /^[\p{L}0-9 ]{0,16}$/u.test(input)
    : /^(0|[1-9]\d*)$/.test(input) && Number(input) <= (program === 'base' ? 99999 : 999) && Number(input) >= (program === 'base' ? 0 : 2));

const quoted = (words: string): string => `'${words}'`;
const listed = (words: readonly string[]): string => `[${words.map(quoted).join(', ')}]`;

/** Collects frames; `line` is counted from 1 here, as beside the code. */
class Film {
  readonly frames: Frame[] = [];
  #names = new Map<string, string>();

  /** A name that is there before the first line. */
  given(name: string, value: string): void {
    this.#names.set(name, value);
  }

  line(line: number, said: string, bound: Readonly<Record<string, string>> = {}, more: Pick<Frame, 'condition' | 'invariant'> = {}): void {
    this.#names = new Map([...this.#names, ...Object.entries(bound)]);
    this.frames.push({ line: line - 1, names: this.#names, bound: Object.keys(bound), said, ...more });
  }

  asks(line: number, words: string, holds: boolean, said: string, more: Pick<Frame, 'invariant'> = {}, bound: Readonly<Record<string, string>> = {}): void {
    this.line(line, said, bound, { condition: { words, holds }, ...more });
  }
}

/** Digits in base 7. When the condition is asked, rest × weight + (digits read in base 7) is n. */
function base(film: Film, n: number): void {
  film.given('n', String(n));
  let [rest, weight, digits] = [n, 1, ''];
  const invariant = (): Pick<Frame, 'invariant'> => {
    const done = digits === '' ? 0 : Number.parseInt(digits, 7);
    const total = rest * weight + done;
    return { invariant: { words: `${rest} × ${weight} + ${done} = ${total}`, holds: total === n } };
  };
  film.line(1, '三个名字一起绑定', { rest: String(rest), weight: '1', digits: quoted('') }, invariant());
  while (rest > 0) {
    film.asks(2, `${rest} > 0`, true, '条件成立，进入循环体', invariant());
    digits = String(rest % 7) + digits;
    film.line(3, `余数 ${rest % 7} 写到最前面`, { digits: quoted(digits) }, invariant());
    rest = Math.floor(rest / 7);
    film.line(4, `剩下的商是 ${rest}`, { rest: String(rest) }, invariant());
    weight *= 7;
    film.line(5, '下一位的权，回到条件', { weight: String(weight) }, invariant());
  }
  film.asks(2, '0 > 0', false, '条件不成立，离开循环', invariant());
  film.line(6, `显示 ${digits === '' ? '空串' : digits}`, {}, invariant());
}

/** The least divisor from 2 up to the root, or none: then the loop's `else` is executed. */
function prime(film: Film, n: number): void {
  film.given('n', String(n));
  const last = Math.floor(Math.sqrt(n));
  for (let d = 2; d <= last; d += 1) {
    film.line(1, `取下一个：d 绑到 ${d}`, { d: String(d) });
    const holds = n % d === 0;
    film.asks(2, `${n} % ${d} == 0`, holds, `余数是 ${n % d}`);
    if (!holds) continue;
    film.line(3, '找到因数', { said: quoted(`${d} 整除 ${n}`) });
    film.line(4, '跳出循环，连 else 一起跳过');
    film.line(7, `显示 ${d} 整除 ${n}`);
    return;
  }
  film.line(1, last < 2 ? '没有可取的数，循环体一次也没有执行' : '取完了');
  film.line(5, '没有遇到 break，所以执行 else');
  film.line(6, '没有因数', { said: quoted(`${n} 是素数`) });
  film.line(7, `显示 ${n} 是素数`);
}

interface Case {
  /** What the pattern binds to the words, or `undefined` where it does not fit. */
  readonly fits: (words: readonly string[]) => Readonly<Record<string, string>> | undefined;
  readonly guard?: (words: readonly string[]) => boolean;
  readonly result: (words: readonly string[]) => string;
}

const when = (holds: boolean, bound: () => Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined => (holds ? bound() : undefined);

const cases: readonly Case[] = [
  { fits: (words) => when(words.length === 0, () => ({})), result: () => '空命令' },
  { fits: (words) => when(words.length === 1 && /^(quit|q)$/.test(at(words, 0)), () => ({})), result: () => '再见' },
  {
    fits: (words) => when(words.length === 2 && words[0] === 'top', () => ({ k: quoted(at(words, 1)) })),
    guard: (words) => /^\d+$/.test(at(words, 1)), result: (words) => `前 ${at(words, 1)} 名`,
  },
  { fits: (words) => when(words.length === 2 && words[0] === 'find', () => ({ word: quoted(at(words, 1)) })), result: (words) => `找 ${at(words, 1)}` },
  {
    fits: (words) => when(words.length >= 2 && words[0] === 'find', () => ({ word: quoted(at(words, 1)), more: listed(words.slice(2)) })),
    result: (words) => `找 ${at(words, 1)} 和 ${listed(words.slice(2))}`,
  },
  { fits: (words) => when(words.length > 0, () => ({ other: quoted(at(words, 0)) })), result: (words) => `不懂 ${at(words, 0)}` },
];

/** Cases from top to bottom; the first that fits, guard included, is the only one executed. */
function command(film: Film, input: string): void {
  film.given('command', quoted(input));
  const words = input.split(' ').filter((word) => word !== '');
  film.line(1, `拆成 ${words.length} 个词`, { words: listed(words) });
  film.line(2, '从上到下试各个模式');
  for (const [place, { fits, guard, result }] of cases.entries()) {
    const line = 3 + 2 * place;
    const bound = fits(words);
    const passed = bound !== undefined && (guard?.(words) ?? true);
    const names = Object.keys(bound ?? {});
    const said = bound === undefined ? '形状不合，试下一个' : passed ? `命中${names.length > 0 ? `，绑定 ${names.join('、')}` : ''}` : '形状合，守卫不成立，试下一个；k 已经绑上了';
    film.asks(line, '这个 case 合不合', passed, said, {}, bound);
    if (!passed) continue;
    // repr of a string that holds single quotes uses double ones.
    const value = result(words);
    film.line(line + 1, '执行这一个分支', { said: value.includes("'") ? `"${value}"` : quoted(value) });
    film.line(15, `显示 ${value}`);
    return;
  }
}

/** All frames of a program. Give it only input that `accepts` admits. */
export function film({ program, input }: Pick<TraceState, 'program' | 'input'>): readonly Frame[] {
  const recorder = new Film();
  if (program === 'command') command(recorder, input);
  else (program === 'base' ? base : prime)(recorder, Number(input));
  return recorder.frames;
}
