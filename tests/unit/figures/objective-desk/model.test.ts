import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/objective-desk/element.ts';
import {
  corrupt, initialState, layOut, objectives, readingOrder, tally, toggled, type DeskState, type Objective,
} from '../../../../src/figures/objective-desk/model.ts';
import { drawObjectives } from '../../../../src/figures/objective-desk/view.ts';

const with_ = (objective: Objective, rest: Partial<DeskState> = {}): DeskState => ({ ...initialState, objective, ...rest });

test('losses and visible cells are those that the chapter counts', () => {
  const counts = objectives.map((objective) => tally(layOut(with_(objective))));
  expect(counts.map(({ losses }) => losses)).toEqual([3, 8, 3, 8, 6]);
  expect(counts.map(({ visible }) => visible)).toEqual([64, 36, 28, 64, 49 + 42 + 21]);
});

test('span corruption is written as in the chapter', () => {
  const { source, target } = corrupt([2, 5, 6]);
  expect(source.join(' ')).toBe('我 的 ⟨X⟩ 今天 会 ⟨Y⟩ 。');
  expect(target.join(' ')).toBe('⟨X⟩ 鸭 ⟨Y⟩ 嘎嘎 叫 ⟨Z⟩');
});

test('three spans need four sentinels and still fit', () => {
  const { source, target } = corrupt([0, 3, 7]);
  expect([source.length, target.length]).toEqual([8, 7]);
  expect(target.at(-1)).toBe('⟨W⟩');
});

test('a right guess of the generator counts as real', () => {
  const { read, asked } = layOut(with_('detection'));
  expect(read.join(' ')).toBe('我 的 猫 今天 会 喵喵 叫 。');
  expect(asked.join('')).toBe('真真假真真假真真');
});

test('the permutation reads the context first, then 叫, 嘎嘎, 鸭', () => {
  expect(readingOrder(initialState)).toEqual([0, 1, 3, 4, 7, 6, 5, 2]);
  const { sight } = layOut(with_('permutation'));
  expect(sight[2]?.filter((cell) => cell === 'open')).toHaveLength(7);
  expect(sight[6]?.filter((cell) => cell === 'open')).toHaveLength(5);
  expect(sight.every((row, place) => row[place] === 'own')).toBe(true);
});

test('every order is a permutation that keeps the places in question last', () => {
  for (let shuffle = 0; shuffle < 100; shuffle += 1) {
    const order = readingOrder(with_('permutation', { shuffle }));
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...order.slice(-3)].sort()).toEqual([2, 5, 6]);
  }
  expect(readingOrder(with_('permutation', { shuffle: 1 }))).not.toEqual(readingOrder(initialState));
});

test('the encoder never looks at the decoder, the decoder never ahead', () => {
  const { sight, encoder, read } = layOut(with_('span'));
  expect(sight[0]?.slice(encoder).every((cell) => cell === 'none')).toBe(true);
  expect(sight[encoder]?.filter((cell) => cell !== 'none')).toHaveLength(encoder + 1);
  expect(sight[read.length - 1]?.includes('none')).toBe(false);
});

test('one to three places are in question', () => {
  expect(toggled(initialState, 0).hidden).toEqual([0, 5, 6]);
  expect(toggled(with_('mlm', { hidden: [4] }), 4).hidden).toEqual([4]);
  expect(toggled(with_('mlm', { hidden: [4] }), 1).hidden).toEqual([1, 4]);
});

test('shared states are checked', () => {
  expect(figure.parse({ objective: 'span', hidden: [1, 2], shuffle: 3 })).toBeDefined();
  for (const hidden of [[], [2, 2], [3, 1], [8], [0, 1, 2, 3]]) {
    expect(figure.parse({ objective: 'span', hidden, shuffle: 0 })).toBeUndefined();
  }
  expect(figure.parse({ objective: 'gpt', hidden: [1], shuffle: 0 })).toBeUndefined();
});

test('the causal objective has nothing to choose', () => {
  const state = with_('causal');
  expect(figure.update(state, { name: 'word', at: [0], value: '' })).toBe(state);
});

test('the drawing and the spoken line count in words', () => {
  expect(drawObjectives(initialState)).toContain('8 个位置里 3 个产生损失，64 格里 64 格可见');
  const span = with_('span');
  expect(figure.announce(span, span)).toContain('13 个位置里 6 个产生损失，169 格里 112 格可见');
});
