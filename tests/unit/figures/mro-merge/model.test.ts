import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/mro-merge/element.ts';
import { choicesOf, examples, film, frameCount, initialState, lastStep, shapes, takenAfter, type Bases } from '../../../../src/figures/mro-merge/model.ts';
import { count, mroSvg, tell } from '../../../../src/figures/mro-merge/view.ts';

const orderOf = (names: readonly string[], bases: Bases): string => {
  const { target, order, clash } = film(bases);
  return clash ? `TypeError: ${names[target] ?? ''}` : [target, ...order].map((kind) => names[kind]).join(' ');
};

test('the chapter\'s diamond: five looks, Line is refused once, because Frame still has it in its tail', () => {
  const { looks, lists } = film(examples.diamond.bases);
  expect(lists).toEqual([[2, 1, 0], [3, 1, 0], [2, 3]]);
  expect(looks).toEqual([
    { list: 0, head: 2, blocker: -1 }, { list: 0, head: 1, blocker: 1 }, { list: 1, head: 3, blocker: -1 },
    { list: 0, head: 1, blocker: -1 }, { list: 0, head: 0, blocker: -1 },
  ]);
  expect(orderOf(examples.diamond.names, examples.diamond.bases)).toBe('Page Bold Frame Line object');
});

test('MixIns come first, in the order written', () => {
  expect(orderOf(examples.mixin.names, examples.mixin.bases)).toBe('Fast Log Cache Count Score object');
});

test('a parent before its child, and two opposite orders, cannot be ordered', () => {
  const { order, cross } = examples;
  expect(orderOf(order.names, order.bases)).toBe('TypeError: Page');
  expect(film(order.bases).looks).toEqual([{ list: 0, head: 1, blocker: 1 }, { list: 1, head: 2, blocker: 2 }]);
  expect(orderOf(cross.names, cross.bases)).toBe('TypeError: R');
  expect(film(cross.bases).order).toEqual([3, 4]);
  expect(orderOf(order.names, [[], [1], [2, 1]])).toBe('Page Bold Line object');
});

test('the film stops at the first class that fails', () => {
  expect(film([[], [1], [1, 2], [3]]).target).toBe(3);
});

test('the first frame shows every look of the hand example', () => {
  for (const words of ['1 Bold 取走', '2 Line 在 L(Frame) 的尾部，不取', '3 Frame 取走', '4 Line 取走', '5 object 取走']) {
    expect(mroSvg(initialState)).toContain(words);
  }
  expect(tell(initialState)).toBe('object 取走。排完了，次序是 Page、Bold、Frame、Line、object。');
  expect(count(initialState)).toBe(6);
});

test('an order keeps every class before its bases and the bases as written; each class once; films fit', () => {
  for (const b2 of choicesOf(2)) for (const b3 of choicesOf(3)) for (const b4 of choicesOf(4)) for (const b5 of choicesOf(5)) {
    const bases = [[], b2, b3, b4, b5];
    const shown = film(bases);
    expect(frameCount(shown)).toBeLessThanOrEqual(lastStep);
    if (shown.clash) continue;
    const place = (kind: number): number => [shown.target, ...shown.order].indexOf(kind);
    expect(new Set(shown.order).size).toBe(shown.order.length);
    for (const kind of [5, ...shown.order]) {
      const list = kind === 0 ? [] : bases[kind - 1] ?? [];
      for (const [i, base] of list.entries()) {
        expect(place(base)).toBeGreaterThan(place(kind));
        if (i > 0) expect(place(base)).toBeGreaterThan(place(list[i - 1] ?? 0));
      }
    }
  }
});

test('damaged states are refused, every step of every example can be drawn and told', () => {
  for (const broken of [
    { ...initialState, shape: 'x' }, { ...initialState, step: 31 }, { ...initialState, bases: [[], [1], [1]] },
    { ...initialState, bases: [[], [2], [1], [2, 3]] }, { ...initialState, bases: [[], [1], [1], [2, 2]] }, { ...initialState, more: 1 }, null,
  ]) expect(figure.parse(broken)).toBeUndefined();
  for (const shape of shapes) {
    const state = { shape, bases: examples[shape].bases, step: 0 };
    for (let step = 0; step < count(state); step += 1) {
      expect(figure.parse({ ...state, step })).toEqual({ ...state, step });
      expect(`${mroSvg({ ...state, step })}${tell({ ...state, step })}${figure.controls?.(state) ?? ''}`).not.toMatch(/undefined|NaN/);
    }
    expect(takenAfter(film(state.bases), 0)).toEqual([]);
  }
});

test('a clash is told: which tail refuses, and the error at the end', () => {
  const state = { shape: 'order', bases: examples.order.bases, step: 2 } as const;
  expect(tell(state)).toBe('Bold 在基类次序的尾部，不取。已排 Page。');
  expect(tell({ ...state, step: lastStep })).toBe('各列的头都在别列的尾部，Page 排不出次序：TypeError。');
});

test('what the reader does alters the state, and is told', () => {
  const act = (name: string, value: string, ...at: number[]) => figure.update(initialState, { name, value, at });
  const swapped = act('bases', '3,2', 3);
  expect(orderOf(examples.diamond.names, swapped.bases)).toBe('Page Frame Bold Line object');
  expect(figure.announce(swapped, initialState)).toContain('Page(Frame, Bold)');
  expect(act('shape', 'cross').bases).toBe(examples.cross.bases);
  expect(figure.announce(act('shape', 'cross'), initialState)).toContain('TypeError');
  expect(act('bases', '4', 3)).toBe(initialState);
  expect(act('other', '')).toBe(initialState);
});
