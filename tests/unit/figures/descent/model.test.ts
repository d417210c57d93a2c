import { describe, expect, test } from 'vitest';
import { contour, path, step, surfaces } from '../../../../src/figures/descent/model.ts';

test.each(surfaces)('the gradient of $name is that of finite differences', ({ value, gradient }) => {
  const h = 1e-5;
  for (const [x, y] of [[0.3, -1.2], [-1.5, 0.7], [1, 1]] as const) {
    const [gx, gy] = gradient(x, y);
    expect(gx).toBeCloseTo((value(x + h, y) - value(x - h, y)) / (2 * h), 4);
    expect(gy).toBeCloseTo((value(x, y + h) - value(x, y - h)) / (2 * h), 4);
  }
});

describe('on the valley', () => {
  const [valley] = surfaces;
  if (valley === undefined) throw new Error('no valley');

  test('plain descent multiplies each coordinate by 1 − rate · curvature', () => {
    const [, first] = path(valley, 'sgd', [1, 1], 0.15, 1);
    expect(first?.[0]).toBeCloseTo(0.85, 12);
    expect(first?.[1]).toBeCloseTo(-0.5, 12);
  });

  test('plain descent diverges beyond a rate of 2 / 10, and the run stops', () => {
    expect(path(valley, 'sgd', [1, 1], 0.19, 60)).toHaveLength(61);
    expect(path(valley, 'sgd', [1, 1], 0.5, 60).length).toBeLessThan(61);
  });
});

test('the first step of Adam has the length of the rate, whatever the gradient', () => {
  for (const gradient of [1e-3, 5, -400]) {
    expect(step('adam', gradient, { m: 0, v: 0 }, 0.1, 1).move).toBeCloseTo(-0.1 * Math.sign(gradient), 4);
  }
});

test('momentum adds nine tenths of the last velocity', () => {
  expect(step('momentum', 1, { m: 2, v: 0 }, 0.1, 2)).toMatchObject({ m: 2.8 });
});

test('a contour lies on its level, and a level above the surface has none', () => {
  const round = { name: '', value: (x: number, y: number) => x * x + y * y, gradient: () => [0, 0] as const, levels: [] };
  const pieces = contour(round, 1);
  expect(pieces.length).toBeGreaterThan(40);
  for (const [[x, y]] of pieces) expect(Math.hypot(x, y)).toBeCloseTo(1, 1);
  expect(contour(round, 99)).toEqual([]);
});
