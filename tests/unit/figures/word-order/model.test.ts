import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/word-order/element.ts';
import { changed, orders, read } from '../../../../src/figures/word-order/model.ts';
import { pair, wordOrderSvg } from '../../../../src/figures/word-order/view.ts';

const outputOf = (sentence: string, encoded: boolean): readonly number[] =>
  read(sentence, encoded).find(({ word }) => word === '我')?.output ?? [];

test.each([
  ['我爱你', false, [3.0056, 1.1978]],
  ['你爱我', false, [3.0056, 1.1978]],
  ['我爱你', true, [4.385, 2.5801]],
  ['你爱我', true, [6.3395, 1.9213]],
])('in %s (encoded: %s) the output of 我 is the chapter’s', (sentence, encoded, numbers) => {
  outputOf(sentence, encoded).forEach((value, j) => expect(value).toBeCloseTo(numbers[j] ?? NaN, 4));
});

test('without the encoding no order changes any output', () => {
  orders.forEach((_words, order) => expect(changed({ order, encoded: false })).toEqual([]));
});

test('with the encoding every other order changes all three outputs', () => {
  expect(changed({ order: 0, encoded: true })).toEqual([]);
  orders.slice(1).forEach((_words, order) => expect(changed({ order: order + 1, encoded: true })).toHaveLength(3));
});

test('the reader chooses an order and switches the encoding', () => {
  const act = (name: string, value: string) => figure.update(figure.initial, { name, at: [], value });
  expect(act('order', '4')).toEqual({ order: 4, encoded: false });
  expect(act('encoded', 'on')).toEqual({ order: 1, encoded: true });
  expect(figure.announce(figure.initial, figure.initial)).toBe('没有位置编码：三个词的输出都没有变。');
});

test('the drawing prints the hand example', () => {
  expect(pair([1, -0.41615], 2)).toBe('(1.00, −0.42)');
  expect(wordOrderSvg(figure.initial)).toContain('(3.006, 1.198)');
});
