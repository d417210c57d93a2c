/**
 * How Python orders the classes of a small hierarchy: the C3 merge (Barrett et al. 1996), one look at a head per step.
 * Classes are numbered from 1 in the order of their definition; 0 is `object`.
 */

import { at } from '../kit/numbers.ts';

export const shapes = ['diamond', 'mixin', 'order', 'cross'] as const;
export type Shape = (typeof shapes)[number];
/** `bases[i]` are the bases of class i + 1, in the order written; an empty list means `object`. */
export type Bases = readonly (readonly number[])[];

export interface MroState {
  readonly shape: Shape;
  readonly bases: Bases;
  readonly step: number;
}

export interface Example {
  readonly title: string;
  /** Of the classes 0, 1, 2, … */
  readonly names: readonly string[];
  readonly bases: Bases;
}

export const examples: Readonly<Record<Shape, Example>> = {
  diamond: { title: '菱形', names: ['object', 'Line', 'Bold', 'Frame', 'Page'], bases: [[], [1], [1], [2, 3]] },
  mixin: { title: 'MixIn', names: ['object', 'Score', 'Log', 'Cache', 'Count', 'Fast'], bases: [[], [], [], [1], [2, 3, 4]] },
  order: { title: '父类写在子类前', names: ['object', 'Line', 'Bold', 'Page'], bases: [[], [1], [1, 2]] },
  cross: { title: '次序相反', names: ['object', 'Bold', 'Frame', 'P', 'Q', 'R'], bases: [[], [], [1, 2], [2, 1], [3, 4]] },
};

/** No film is longer: at this step its end is shown. */
export const lastStep = 30;
export const initialState: MroState = { shape: 'diamond', bases: examples.diamond.bases, step: lastStep };

/** Every list of at most three different earlier classes. */
export function choicesOf(kind: number): readonly (readonly number[])[] {
  let longest: readonly (readonly number[])[] = [[]];
  const all = [...longest];
  for (let length = 1; length <= 3; length += 1) {
    longest = longest.flatMap((list) =>
      Array.from({ length: kind - 1 }, (_, i) => i + 1).filter((base) => !list.includes(base)).map((base) => [...list, base]));
    all.push(...longest);
  }
  return all;
}

/** The hierarchy has the example's classes, and each inherits from earlier ones. */
export const fits = ({ shape, bases }: MroState): boolean =>
  bases.length === examples[shape].bases.length &&
  bases.every((list, i) => new Set(list).size === list.length && list.every((base) => base <= i));

/** One look at the head of a list: taken, unless it stands in the tail of a list (`blocker`; −1 for none). */
export interface Look {
  readonly list: number;
  readonly head: number;
  readonly blocker: number;
}

export interface Merge {
  readonly lists: readonly (readonly number[])[];
  readonly looks: readonly Look[];
  /** What was taken, without the class itself. */
  readonly order: readonly number[];
  readonly clash: boolean;
}

export function merge(lists: readonly (readonly number[])[]): Merge {
  const looks: Look[] = [];
  const order: number[] = [];
  let rest = lists;
  while (rest.some((list) => list.length > 0)) {
    const refused = new Set<number>();
    let taken: number | undefined;
    for (const [list, [head]] of rest.entries()) {
      if (head === undefined || refused.has(head)) continue;
      const blocker = rest.findIndex((other) => other.indexOf(head) > 0);
      looks.push({ list, head, blocker });
      if (blocker < 0) {
        taken = head;
        break;
      }
      refused.add(head);
    }
    if (taken === undefined) return { lists, looks, order, clash: true };
    const chosen = taken;
    order.push(chosen);
    rest = rest.map((list) => (list[0] === chosen ? list.slice(1) : list));
  }
  return { lists, looks, order, clash: false };
}

export interface Film extends Merge {
  /** The class that is being ordered: the first that cannot be, else the last. */
  readonly target: number;
  /** Its bases; list i is the order of base i, and one more list is the bases themselves. */
  readonly parents: readonly number[];
}

export function film(bases: Bases): Film {
  const orders: (readonly number[])[] = [[0]];
  let shown: Film | undefined;
  for (const [i, list] of bases.entries()) {
    const parents = list.length === 0 ? [0] : list;
    shown = { ...merge([...parents.map((base) => at(orders, base)), parents]), target: i + 1, parents };
    if (shown.clash) break;
    orders.push([i + 1, ...shown.order]);
  }
  if (shown === undefined) throw new Error('a hierarchy has at least one class');
  return shown;
}

/** The start, every look, and at a clash one more frame for the error. */
export const frameCount = ({ looks, clash }: Merge): number => looks.length + (clash ? 2 : 1);

/** What is taken after a number of looks. */
export const takenAfter = ({ looks }: Merge, step: number): readonly number[] =>
  looks.slice(0, step).filter(({ blocker }) => blocker < 0).map(({ head }) => head);
