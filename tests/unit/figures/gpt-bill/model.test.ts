import { expect, test } from 'vitest';
import { at } from '../../../../src/figures/kit/numbers.ts';
import { bill, grouped, shapes } from '../../../../src/figures/gpt-bill/model.ts';

const named = (name: string): (typeof shapes)[number] => at(shapes, shapes.findIndex((shape) => shape.name === name));

test.each([
  ['GPT-1', 116_534_784], ['GPT-2 小', 124_439_808], ['GPT-2 中', 354_823_168],
  ['GPT-2 大', 774_030_080], ['GPT-2', 1_557_611_200], ['GPT-3', 174_604_259_328],
])('%s has %i parameters', (name, total) => expect(bill(named(name), 4).total).toBe(total));

test('a block of the small GPT-2 has 7,087,872 parameters', () => {
  const { attention, feedForward, norms } = bill(named('GPT-2 小'), 4);
  expect((attention + feedForward + norms - 2 * 768) / 12).toBe(7_087_872);
});

test('heads leave the bill unchanged, the feed-forward multiple does not', () => {
  const small = named('GPT-2 小');
  expect(bill({ ...small, heads: 1 }, 4)).toEqual(bill(small, 4));
  expect(bill(small, 8).feedForward).toBe(113_329_152);
});

test('digits are grouped by three', () => expect(grouped(124439808)).toBe('124,439,808'));
