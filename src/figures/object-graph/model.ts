/**
 * Names, lists and what their slots refer to: a nested list, a second way to reach it (or three rows made in one go),
 * and one assignment through a path of indices. Slots hold references, never values, exactly as in Python.
 */

import { at, range, replaced } from '../kit/numbers.ts';

export type Thing =
  /** `level` 1 is the outer list, 2 a row; `slots` are places in `World.things`. */
  | { readonly level: 1 | 2; readonly slots: readonly number[] }
  /** A whole number or a one-character string, as Python prints it; it cannot be changed. */
  | { readonly level: 3; readonly words: string };

export interface World {
  readonly things: readonly Thing[];
  readonly names: readonly (readonly [string, number])[];
}

export const makes = ['assign', 'slice', 'copy', 'deepcopy', 'times', 'rows'] as const;
export type Make = (typeof makes)[number];

export interface GraphState {
  readonly make: Make;
  /** Where the last statement assigns: [] binds the name anew, [0] is a slot of the outer list, [0, 1] of a row. */
  readonly path: readonly number[];
  /** What the reader expects; the statement is carried out once it is known. */
  readonly guess: 'none' | 'yes' | 'no';
}

export const initialState: GraphState = { make: 'slice', path: [0, 0], guess: 'none' };

/** What Python calls each way of making. */
export const source: Readonly<Record<Make, string>> = {
  assign: 'b = a', slice: 'b = a[:]', copy: 'b = copy.copy(a)', deepcopy: 'b = copy.deepcopy(a)',
  times: 'g = [[0]*3]*3', rows: 'g = [[0]*3 for _ in range(3)]',
};

/** One name alone: the question is about its other rows. */
export const isGrid = (make: Make): boolean => make === 'times' || make === 'rows';
export const subject = (make: Make): 'b' | 'g' => (isGrid(make) ? 'g' : 'b');
/** Rows and columns. */
export const side = (make: Make): number => (isGrid(make) ? 3 : 2);

const atom = (words: string): Thing => ({ level: 3, words });

/** A world with one more list of the given atoms; its place is the last. */
function withRow({ things, names }: World, words: readonly string[]): World {
  const first = things.length;
  return { names, things: [...things, ...words.map(atom), { level: 2, slots: words.map((_word, i) => first + i) }] };
}

const poem: World = {
  things: [
    { level: 1, slots: [1, 2] }, { level: 2, slots: [3, 4] }, { level: 2, slots: [5, 6] },
    atom("'白'"), atom("'日'"), atom("'黄'"), atom("'河'"),
  ],
  names: [['a', 0]],
};

/** The world just before the last statement. */
export function before(make: Make): World {
  const { things, names } = poem;
  const named = (place: number): World['names'] => [...names, ['b', place]];
  if (make === 'assign') return { things, names: named(0) };
  if (make === 'slice' || make === 'copy') return { things: [...things, { level: 1, slots: [1, 2] }], names: named(7) };
  if (make === 'deepcopy') {
    // Strings cannot be changed, so deepcopy copies the lists only.
    return { things: [...things, { level: 1, slots: [8, 9] }, at(things, 1), at(things, 2)], names: named(7) };
  }
  const row: Thing = { level: 2, slots: [0, 0, 0] };
  const count = make === 'times' ? 1 : 3;
  const slots = range(3).map((i) => 1 + (i % count));
  return { things: [atom('0'), ...range(count).map(() => row), { level: 1, slots }], names: [['g', count + 1]] };
}

/** The list whose slot the path assigns to; `undefined` when the path is empty. */
export function target({ things, names }: World, { make, path }: GraphState): number | undefined {
  if (path.length === 0) return undefined;
  const outer = at(names, names.length - 1)[1];
  if (path.length === 1) return outer;
  const list = at(things, outer);
  if (list.level === 3) throw new Error(`${subject(make)} 应当是列表`);
  return at(list.slots, at(path, 0));
}

/** The last statement as Python writes it. */
export function statement({ make, path }: GraphState): string {
  const left = subject(make) + path.map((index) => `[${index}]`).join('');
  return `${left} = ${at(isGrid(make) ? ['[]', '[7, 8, 9]', '1'] : ['[]', "['明', '月']", "'红'"], path.length)}`;
}

/** The world after the last statement. */
export function after(state: GraphState): World {
  const { make, path } = state;
  const world = before(make);
  const list = target(world, state);
  if (list === undefined) {
    const name = subject(make);
    return { things: [...world.things, { level: 1, slots: [] }], names: [...world.names.filter(([other]) => other !== name), [name, world.things.length]] };
  }
  const grown = path.length === 1
    ? withRow(world, isGrid(make) ? ['7', '8', '9'] : ["'明'", "'月'"])
    : { ...world, things: [...world.things, atom(isGrid(make) ? '1' : "'红'")] };
  const old = at(grown.things, list);
  if (old.level === 3) throw new Error('字和数不能就地修改');
  const slots = replaced(old.slots, at(path, path.length - 1), grown.things.length - 1);
  return { ...grown, things: replaced(grown.things, list, { ...old, slots }) };
}

/** An object as Python prints it. */
export function show(world: World, place: number): string {
  const thing = at(world.things, place);
  return thing.level === 3 ? thing.words : `[${thing.slots.map((slot) => show(world, slot)).join(', ')}]`;
}

/** For each object, the expressions that lead to it: `a[0]`, `b[0]`. An object without any has been lost. */
export function routes({ things, names }: World): readonly (readonly string[])[] {
  const found: string[][] = things.map(() => []);
  const walk = (place: number, words: string): void => {
    found[place]?.push(words);
    const thing = at(things, place);
    if (thing.level !== 3) for (const [i, slot] of thing.slots.entries()) walk(slot, `${words}[${i}]`);
  };
  for (const [name, place] of names) walk(place, name);
  return found;
}

/** Does the statement show elsewhere too: in `a`, or in another row of the grid? */
export function spreads(state: GraphState): boolean {
  const [old, next] = [before(state.make), after(state)];
  if (!isGrid(state.make)) return show(old, 0) !== show(next, 0);
  const rows = (world: World): string[] => {
    const outer = at(world.things, at(world.names, 0)[1]);
    return outer.level === 3 ? [] : outer.slots.map((slot) => show(world, slot));
  };
  const [was, now] = [rows(old), rows(next)];
  return was.some((words, i) => i !== state.path[0] && words !== now[i]);
}

/** Every question that the figure can ask, in the order of 「换一题」. */
export const questions: readonly Pick<GraphState, 'make' | 'path'>[] = makes.flatMap((make) =>
  [[0, 0], [0], ...(isGrid(make) ? [] : [[]])].map((path) => ({ make, path })));
