/** A plane with axes: points, handles that are dragged, curves. Data go in; drawing units come out. */

import { dragging, element, text } from './svg.ts';

export type Point = readonly [number, number];

export interface Plane {
  /** Data range, left to right and bottom to top. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Place and size of the drawing area. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Data → drawing units. */
export function place({ x, y, left, top, width, height }: Plane, [a, b]: Point): Point {
  return [left + ((a - x[0]) / (x[1] - x[0])) * width, top + height - ((b - y[0]) / (y[1] - y[0])) * height];
}

/** Drawing units → data, kept inside the plane. */
export function locate({ x, y, left, top, width, height }: Plane, [a, b]: Point): Point {
  const share = (value: number): number => Math.min(1, Math.max(0, value));
  return [x[0] + share((a - left) / width) * (x[1] - x[0]), y[0] + share((top + height - b) / height) * (y[1] - y[0])];
}

/** Where a drag or an arrow key moves a point: `step` is one press of an arrow key in data units. */
export function moved(plane: Plane, from: Point, move: { readonly to: Point } | { readonly by: Point }, step: number): Point {
  if ('to' in move) return locate(plane, move.to);
  return locate(plane, place(plane, [from[0] + move.by[0] * step, from[1] - move.by[1] * step]));
}

/** A frame, and a few numbers along both sides. */
export function axes(plane: Plane, { xTicks, yTicks, xName = '', yName = '' }: {
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xName?: string;
  readonly yName?: string;
}): string {
  const { left, top, width, height } = plane;
  return element('rect', { x: left, y: top, width, height, class: 'fig-line' }) +
    xTicks.map((tick) => text(String(tick), place(plane, [tick, 0])[0], top + height + 14, { className: 'fig-muted fig-mono', size: 12 })).join('') +
    yTicks.map((tick) => text(String(tick), left - 6, place(plane, [0, tick])[1], { anchor: 'end', className: 'fig-muted fig-mono', size: 12 })).join('') +
    (xName === '' ? '' : text(xName, left + width, top + height + 30, { anchor: 'end', className: 'fig-muted', size: 13 })) +
    (yName === '' ? '' : text(yName, left, top - 10, { anchor: 'start', className: 'fig-muted', size: 13 }));
}

/** A polyline through data points; points outside the plane are drawn at its edge. */
export function curve(plane: Plane, points: readonly Point[], className = 'fig-curve'): string {
  const [low, high] = plane.y;
  const path = points.map(([a, b], index) => {
    const [u, v] = place(plane, [a, Math.min(high, Math.max(low, b))]);
    return `${index === 0 ? 'M' : 'L'}${Math.round(u * 10) / 10},${Math.round(v * 10) / 10}`;
  });
  return element('path', { class: className, d: path.join('') });
}

/** Points of a function, evenly spaced. */
export function sample(plane: Plane, compute: (x: number) => number, count = 80): Point[] {
  const [from, to] = plane.x;
  return Array.from({ length: count + 1 }, (_point, index) => {
    const x = from + ((to - from) * index) / count;
    return [x, compute(x)];
  });
}

export function dot(plane: Plane, point: Point, className: string, radius = 5): string {
  const [cx, cy] = place(plane, point);
  return element('circle', { cx, cy, r: radius, class: `fig-cell ${className}` });
}

/** A point that the reader drags, or pushes with the arrow keys; its target is large enough for a finger. */
export function handle(plane: Plane, point: Point, act: string, label: string, className: string, radius = 8): string {
  const [cx, cy] = place(plane, point);
  return element('g', dragging(act, label),
    element('circle', { cx, cy, r: 18, class: 'fig-surface', 'fill-opacity': 0 }),
    element('circle', { cx, cy, r: radius, class: `fig-cell ${className}` }));
}
