/**
 * Assignment as Python does it, for a few statements of whole numbers and short strings: the right side is worked out
 * first, left to right; then the names on the left are bound, left to right. A bare name gives its own object, a
 * literal or a calculation gives a new one (the operands of a calculation are not drawn).
 */

import { at } from '../kit/numbers.ts';

export interface BoardState {
  /** Statements divided by semicolons, as Python allows on one line. */
  readonly program: string;
  readonly step: number;
}

export type Value = number | string;

export interface Thing {
  readonly value: Value;
}

export interface Frame {
  /** Every object made so far; a name refers to one by its place. */
  readonly things: readonly Thing[];
  readonly names: ReadonlyMap<string, number>;
  /** What the statement did, or why it failed. */
  readonly said: string;
  readonly failed: boolean;
}

export const limits = { statements: 6, things: 8, names: 6, characters: 100, digits: 9, letters: 10 } as const;

export const programs: readonly (readonly [string, string])[] = [
  ['n = 5; m = n; n = n + 1', '加一'],
  ['a = 1; b = 2; a, b = b, a', '交换'],
  ['a = 1; b = 2; a = b; b = a', '错误的交换'],
  ['s = "明月"; t = s; s = s + "光"', '接字符串'],
  ['n = 5; n = "五"', '换类型'],
];

export const initialState: BoardState = { program: at(programs, 0)[0], step: 3 };

/** What Python would say; shown to the reader, never thrown past this file. */
class Refusal extends Error {}

export const literal = (value: Value): string => (typeof value === 'number' ? String(value) : `'${value}'`);
export const typeName = (value: Value): 'int' | 'str' => (typeof value === 'number' ? 'int' : 'str');

export function statements(program: string): string[] {
  return program.split(/[;；\n]/u).map((part) => part.trim()).filter((part) => part !== '');
}

const tokenPattern = /\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d+)|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<sign>[-+*(),]))/uy;

interface Token { readonly kind: 'name' | 'number' | 'string' | 'sign'; readonly words: string }

function tokens(source: string): Token[] {
  const list: Token[] = [];
  let place = 0;
  while (source.slice(place).trim() !== '') {
    tokenPattern.lastIndex = place;
    const groups = tokenPattern.exec(source)?.groups;
    if (groups === undefined) throw new Refusal('SyntaxError：这里看不懂');
    place = tokenPattern.lastIndex;
    const { name, number, double, single, sign } = groups;
    if (name !== undefined) list.push({ kind: 'name', words: name });
    else if (number !== undefined) list.push({ kind: 'number', words: number });
    else if (sign !== undefined) list.push({ kind: 'sign', words: sign });
    else list.push({ kind: 'string', words: double ?? single ?? '' });
  }
  return list;
}

function combine(sign: string, a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return sign === '+' ? a + b : sign === '-' ? a - b : a * b;
  if (sign === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  if (sign === '*' && typeof a !== typeof b) {
    const [words, times] = typeof a === 'string' ? [a, Number(b)] : [String(b), a];
    if (words.length * times > limits.letters) throw new Refusal(`图里的字符串至多 ${limits.letters} 个字`);
    return words.repeat(Math.max(0, times));
  }
  throw new Refusal(`TypeError：${typeName(a)} 和 ${typeName(b)} 之间不能用 ${sign}`);
}

/** Either an object that a name has already, or a value for a new one. */
type Result = { readonly place: number } | { readonly value: Value };

/** The values of a right side, divided by commas. */
function evaluate(source: string, things: readonly Thing[], names: ReadonlyMap<string, number>): Result[] {
  const list = tokens(source);
  let next = 0;
  const sees = (...signs: string[]): boolean => list[next]?.kind === 'sign' && signs.includes(list[next]?.words ?? '');
  const valueOf = (result: Result): Value => ('value' in result ? result.value : at(things, result.place).value);

  const atom = (): Result => {
    const token = list[next];
    next += 1;
    if (token?.kind === 'number' && token.words.length <= limits.digits) return { value: Number(token.words) };
    if (token?.kind === 'string') return { value: token.words };
    if (token?.kind === 'name') {
      const place = names.get(token.words);
      if (place === undefined) throw new Refusal(`NameError：名字 ${token.words} 还没有绑定`);
      return { place };
    }
    if (token?.words === '-') {
      const value = valueOf(atom());
      if (typeof value === 'string') throw new Refusal('TypeError：str 前面不能加负号');
      return { value: -value };
    }
    if (token?.words === '(') {
      const inner = add();
      if (!sees(')')) throw new Refusal('SyntaxError：括号没有配对');
      next += 1;
      return inner;
    }
    throw new Refusal('SyntaxError：等号右边写得不完整');
  };
  const chain = (part: () => Result, ...signs: string[]): Result => {
    let left = part();
    while (sees(...signs)) {
      const sign = list[next]?.words ?? '';
      next += 1;
      left = { value: combine(sign, valueOf(left), valueOf(part())) };
    }
    return left;
  };
  const multiply = (): Result => chain(atom, '*');
  function add(): Result { return chain(multiply, '+', '-'); }

  const results = [add()];
  while (sees(',')) {
    next += 1;
    results.push(add());
  }
  if (next < list.length) throw new Refusal('SyntaxError：这里看不懂');
  return results;
}

const isName = (words: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(words);

function execute(source: string, before: Frame): Frame {
  const augmented = /^(?<target>[^=+*-]+?)\s*(?<sign>[-+*])=(?!=)(?<rest>.*)$/u.exec(source)?.groups;
  const written = augmented === undefined ? source
    : `${augmented['target'] ?? ''} = ${augmented['target'] ?? ''} ${augmented['sign'] ?? ''} (${augmented['rest'] ?? ''})`;
  const equals = written.indexOf('=');
  if (equals < 0) throw new Refusal('图里只放赋值语句');
  const targets = written.slice(0, equals).split(',').map((part) => part.trim());
  if (!targets.every(isName)) throw new Refusal('SyntaxError：等号左边要写名字');

  const results = evaluate(written.slice(equals + 1), before.things, before.names);
  if (results.length !== targets.length) throw new Refusal(`ValueError：左边 ${targets.length} 个名字，右边 ${results.length} 个值`);
  const things = [...before.things];
  const places = results.map((result) => {
    if ('place' in result) return result.place;
    const { value } = result;
    if (typeof value === 'number' ? Math.abs(value) >= 10 ** limits.digits : [...value].length > limits.letters) throw new Refusal('这个值太长，图里放不下');
    things.push({ value });
    return things.length - 1;
  });
  const names = new Map(before.names);
  const acts = targets.map((name, i) => {
    const place = at(places, i);
    const had = names.has(name);
    names.set(name, place);
    const words = literal(at(things, place).value);
    return `${name} ${had ? '改绑' : '绑'}到${place < before.things.length ? '已有的' : '新的'} ${words}`;
  });
  if (things.length > limits.things || names.size > limits.names) throw new Refusal('对象太多，图里放不下');
  return { things, names, said: acts.join('，'), failed: false };
}

/** One frame before the start and one after each statement; a failing statement leaves names and objects as they were, and ends. */
export function film(program: string): readonly Frame[] {
  const frames: Frame[] = [{ things: [], names: new Map(), said: '还没有名字，也没有对象', failed: false }];
  for (const source of statements(program)) {
    const before = at(frames, frames.length - 1);
    try {
      frames.push(execute(source, before));
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      frames.push({ ...before, said: problem.message, failed: true });
      break;
    }
  }
  return frames;
}

/** Places of the objects that no name refers to. */
export function orphans({ things, names }: Frame): number[] {
  const held = new Set(names.values());
  return things.flatMap((_thing, place) => (held.has(place) ? [] : [place]));
}
