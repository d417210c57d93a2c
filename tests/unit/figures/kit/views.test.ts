import { describe, expect, test } from 'vitest';
import { bars } from '../../../../src/figures/kit/bars.ts';
import { randomNumbers, signed } from '../../../../src/figures/kit/numbers.ts';
import { curve, handle, locate, moved, place, type Plane } from '../../../../src/figures/kit/plane.ts';
import { table } from '../../../../src/figures/kit/table.ts';
import { timeSpace } from '../../../../src/figures/kit/time-space.ts';

const plane: Plane = { x: [0, 10], y: [-1, 1], left: 20, top: 5, width: 100, height: 50 };

describe('the plane', () => {
  test('puts the upper end of y on top, and reads back what it placed', () => {
    expect(place(plane, [0, 1])).toEqual([20, 5]);
    expect(place(plane, [10, -1])).toEqual([120, 55]);
    expect(locate(plane, place(plane, [2.5, 0.25]))).toEqual([2.5, 0.25]);
  });

  test('keeps a dragged point inside', () => {
    expect(moved(plane, [5, 0], { to: [999, -999] }, 1)).toEqual([10, 1]);
  });

  test('pushes up with the arrow key that points up', () => {
    const [x, y] = moved(plane, [5, 0], { by: [0, -1] }, 0.5);
    expect([x, y]).toEqual([5, 0.5]);
  });

  test('cuts curves at its upper and lower edge', () => {
    expect(curve(plane, [[0, 0], [10, 99]])).toContain('L120,5');
  });

  test('gives a handle a target of at least 36 units', () => {
    expect(handle(plane, [5, 0], 'point:0', '点', 'fig-query')).toMatch(/data-drag="point:0".*r="18"/);
  });
});

test('bars stop at their width, and become a grid only when they act', () => {
  const bar = { label: 'a', share: 3, shown: '3', tone: 'fig-key' };
  expect(bars([bar], { x: 0, y: 0, labelWidth: 10, width: 100 })).toContain('width="100"');
  expect(bars([bar], { x: 0, y: 0, labelWidth: 10, width: 100 })).not.toContain('data-cells');
  expect(bars([{ ...bar, act: 'pick:0' }], { x: 0, y: 0, labelWidth: 10, width: 100, name: '词' })).toContain('data-cells="词"');
});

test('a table draws marks above all cells', () => {
  const svg = table([[{ words: '1', ring: true }, { words: '2' }]], { x: 0, y: 0, cellWidth: 30 });
  expect(svg.indexOf('fig-ring')).toBeGreaterThan(svg.indexOf('>2<'));
});

test('a lost message ends half-way', () => {
  const flight = { rightwards: true, from: 0, to: 4, label: 'a', className: 'fig-arrow' };
  const draw = (lost: boolean): string =>
    timeSpace([{ ...flight, lost }], { left: 0, right: 100, top: 0, unit: 10, end: 4, names: ['A', 'B'] });
  expect(draw(false)).toContain('L100,40');
  expect(draw(true)).toContain('L50,20');
  expect(draw(true)).toContain('×');
});

test('numbers have a true minus, and no negative zero', () => {
  expect([signed(-1.25, 1), signed(-0.001, 2), signed(2, 0)]).toEqual(['−1.3', '0.00', '2']);
});

test('random numbers are those of mulberry32', () => {
  const random = randomNumbers(1);
  expect([random(), random()].map((value) => value.toFixed(6))).toEqual(['0.627074', '0.002736']);
});
