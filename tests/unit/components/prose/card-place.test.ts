import { expect, test } from 'vitest';
import { placeCard } from '../../../../src/components/prose/card-place.ts';

const phone = { width: 320, height: 640 };
const card = { width: 300, height: 120 };

test('stands below its word', () => {
  expect(placeCard({ left: 10, top: 100, bottom: 120 }, card, phone)).toEqual({ left: 10, top: 128 });
});

test('moves left until it fits, and never over the left edge', () => {
  expect(placeCard({ left: 250, top: 100, bottom: 120 }, card, phone).left).toBe(12);
  expect(placeCard({ left: 250, top: 100, bottom: 120 }, { width: 318, height: 120 }, phone).left).toBe(8);
});

test('stands above where there is no room below', () => {
  expect(placeCard({ left: 10, top: 560, bottom: 580 }, card, phone).top).toBe(432);
});

test('a card that is too high for both sides takes the larger one and begins in the window', () => {
  expect(placeCard({ left: 10, top: 400, bottom: 420 }, { width: 300, height: 600 }, phone).top).toBe(8);
  expect(placeCard({ left: 10, top: 200, bottom: 220 }, { width: 300, height: 600 }, phone).top).toBe(228);
});
