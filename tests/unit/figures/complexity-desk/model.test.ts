import { expect, test } from 'vitest';
import { deskRows, dilatedLayers, openingDesk, type DeskState } from '../../../../src/figures/complexity-desk/model.ts';
import { complexityDeskSvg, countText } from '../../../../src/figures/complexity-desk/view.ts';

const costs = (change: Partial<DeskState>): number[] => deskRows({ ...openingDesk, ...change }).map(({ cost }) => cost);

test('1024 tokens of width 512 cost what the chapter counts', () => {
  expect(costs({}).slice(0, 3)).toEqual([536_870_912, 268_435_456, 805_306_368]);
});

test('the leading terms tie at n = d, and attention is cheaper below', () => {
  const [tied, recurrent] = costs({ logN: 9 });
  expect(tied).toBe(recurrent);
  const [attention = 0, loop = 0] = costs({ logN: 8 });
  expect(attention * 2).toBe(loop);
});

test('with every product counted, attention ties with an LSTM at n = 2d', () => {
  const [attention, lstm] = costs({ whole: true });
  expect(attention).toBe(2_147_483_648);
  expect(lstm).toBe(attention);
});

test.each([[1, 0], [3, 1], [4, 2], [8, 2], [9, 2], [10, 3], [1024, 7]])(
  'a dilated convolution of width 3 spans %i tokens in %i layers',
  (n, layers) => expect(dilatedLayers(n, 3)).toBe(layers),
);

test('information takes one layer in attention and n − 1 steps in recurrence', () => {
  expect(deskRows(openingDesk).map(({ path }) => path)).toEqual([1, 1023, 7, 16]);
  expect(deskRows(openingDesk).map(({ steps }) => steps)).toEqual([1, 1024, 1, 1]);
});

test('a window that holds the whole sequence is plain self-attention', () => {
  const [full, , , restricted] = deskRows({ ...openingDesk, logR: 12 });
  expect([restricted?.cost, restricted?.path]).toEqual([full?.cost, 1]);
});

test('counts keep three digits and a Chinese unit', () => {
  expect([countText(288), countText(536_870_912), countText(2_147_483_648)]).toEqual(['288', '5.37 亿', '21.5 亿']);
});

test('the drawing names every kind of layer and its count', () => {
  const svg = complexityDeskSvg(openingDesk);
  ['自注意力<', '循环<', '卷积（k=3）<', '受限自注意力（r=128）<', '5.37 亿<', '8.05 亿<'].forEach((words) => expect(svg).toContain(words));
});
