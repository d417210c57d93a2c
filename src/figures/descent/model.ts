/** Four optimisers on the same surface from the same start. */

import type { Point } from '../kit/plane.ts';

export interface Surface {
  readonly name: string;
  readonly value: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
  /** Heights at which the surface is cut. */
  readonly levels: readonly number[];
}

/** All on the square −2..2. */
export const surfaces: readonly Surface[] = [
  {
    name: '狭长山谷', value: (x, y) => 0.5 * x * x + 5 * y * y, gradient: (x, y) => [x, 10 * y],
    levels: [0.1, 0.5, 1, 2, 4, 8, 14],
  },
  {
    name: '鞍点', value: (x, y) => 0.5 * x * x - 0.5 * y * y + 0.1 * y ** 4, gradient: (x, y) => [x, -y + 0.4 * y ** 3],
    levels: [-0.6, -0.4, -0.2, 0, 0.2, 0.6, 1.2],
  },
  {
    name: 'Rosenbrock', value: (x, y) => (1 - x) ** 2 + 5 * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 20 * x * (y - x * x), 10 * (y - x * x)], levels: [0.1, 0.5, 2, 6, 15, 40],
  },
];

export const optimizers = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;
export type Optimizer = (typeof optimizers)[number];
export const names: Readonly<Record<Optimizer, string>> = { sgd: 'SGD', momentum: '动量 0.9', rmsprop: 'RMSProp 0.9', adam: 'Adam' };

export interface DescentState {
  readonly surface: number;
  readonly start: Point;
  /** Exponent of the learning rate, base 10. */
  readonly exponent: number;
  readonly step: number;
}

export const steps = 60;
export const initialState: DescentState = { surface: 0, start: [-1.8, 1.2], exponent: -0.8, step: 20 };
export const rateOf = ({ exponent }: Pick<DescentState, 'exponent'>): number => 10 ** exponent;

/** What an optimiser remembers of one coordinate: the averages of the gradient and of its square. */
interface Memory { readonly m: number; readonly v: number }

/** One step of one coordinate; step counts from 1. ε = 1e-8; Adam with β₁ = 0.9, β₂ = 0.999 and bias correction. */
export function step(optimizer: Optimizer, gradient: number, { m, v }: Memory, rate: number, count: number): Memory & { readonly move: number } {
  if (optimizer === 'sgd') return { m, v, move: -rate * gradient };
  if (optimizer === 'momentum') {
    const velocity = 0.9 * m + gradient;
    return { m: velocity, v, move: -rate * velocity };
  }
  if (optimizer === 'rmsprop') {
    const square = 0.9 * v + 0.1 * gradient ** 2;
    return { m, v: square, move: (-rate * gradient) / (Math.sqrt(square) + 1e-8) };
  }
  const [mean, square] = [0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient ** 2];
  return { m: mean, v: square, move: (-rate * (mean / (1 - 0.9 ** count))) / (Math.sqrt(square / (1 - 0.999 ** count)) + 1e-8) };
}

/** Positions after 0..count steps; a run that leaves ±1000 is diverging and stops there. */
export function path(surface: Surface, optimizer: Optimizer, start: Point, rate: number, count: number): Point[] {
  const points: Point[] = [start];
  let memory: readonly [Memory, Memory] = [{ m: 0, v: 0 }, { m: 0, v: 0 }];
  let [x, y] = start;
  for (let index = 1; index <= count; index += 1) {
    const [gx, gy] = surface.gradient(x, y);
    const [a, b] = [step(optimizer, gx, memory[0], rate, index), step(optimizer, gy, memory[1], rate, index)];
    [x, y, memory] = [x + a.move, y + b.move, [a, b]];
    if (Math.abs(x) > 1000 || Math.abs(y) > 1000) break;
    points.push([x, y]);
  }
  return points;
}

/** Line pieces of the curve value = level, by marching squares on a grid of `cells`². */
export function contour({ value }: Surface, level: number, half = 2, cells = 36): (readonly [Point, Point])[] {
  const size = (2 * half) / cells;
  const height = (i: number, j: number): number => value(-half + i * size, -half + j * size) - level;
  const between = (i: number, j: number, k: number, l: number): Point => {
    const [from, to] = [height(i, j), height(k, l)];
    const share = from / (from - to);
    return [-half + (i + (k - i) * share) * size, -half + (j + (l - j) * share) * size];
  };
  const pieces: (readonly [Point, Point])[] = [];
  for (let i = 0; i < cells; i += 1) {
    for (let j = 0; j < cells; j += 1) {
      const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]] as const;
      const cuts = corners.flatMap(([a, b], side) => {
        const [c, d] = corners[(side + 1) % 4] ?? [a, b];
        return (height(a, b) < 0) === (height(c, d) < 0) ? [] : [between(a, b, c, d)];
      });
      for (let pair = 0; pair + 1 < cuts.length; pair += 2) pieces.push([cuts[pair] ?? [0, 0], cuts[pair + 1] ?? [0, 0]]);
    }
  }
  return pieces;
}
