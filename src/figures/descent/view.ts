import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { axes, curve, dot, handle, place, type Plane, type Point } from '../kit/plane.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { contour, names, optimizers, path, rateOf, surfaces, type DescentState, type Optimizer } from './model.ts';

export const plane: Plane = { x: [-2, 2], y: [-2, 2], left: 28, top: 8, width: 388, height: 388 };

const looks: Readonly<Record<Optimizer, { readonly line: string; readonly dot: string }>> = {
  sgd: { line: 'fig-curve', dot: 'fig-accent' },
  momentum: { line: 'fig-curve is-query', dot: 'fig-query' },
  rmsprop: { line: 'fig-curve is-key', dot: 'fig-key' },
  adam: { line: 'fig-curve is-value', dot: 'fig-value' },
};

/** Contours of a surface as one path: they change only when the surface does. */
const contours = rememberLast((index: number): string => {
  const surface = at(surfaces, index);
  const round = (value: number): number => Math.round(value * 10) / 10;
  const pieces = surface.levels.flatMap((level) => contour(surface, level)).map(([from, to]) => {
    const [a, b] = [place(plane, from), place(plane, to)];
    return `M${round(a[0])},${round(a[1])}L${round(b[0])},${round(b[1])}`;
  });
  return element('path', { class: 'fig-curve is-faint', d: pieces.join('') });
}, String);

const isInside = ([x, y]: Point): boolean => Math.abs(x) <= 2 && Math.abs(y) <= 2;

/** The part of a path that stays on the drawing. */
function visible(points: readonly Point[]): readonly Point[] {
  const out = points.findIndex((point) => !isInside(point));
  return out < 0 ? points : points.slice(0, out);
}

function run(state: DescentState, optimizer: Optimizer): Point[] {
  return path(at(surfaces, state.surface), optimizer, state.start, rateOf(state), state.step);
}

/** Where each optimiser is after the steps, as the height of the surface. */
export function tell(state: DescentState): string {
  const surface = at(surfaces, state.surface);
  const told = optimizers.map((optimizer) => {
    const points = run(state, optimizer);
    const [x, y] = at(points, points.length - 1);
    return `${names[optimizer]} ${points.length <= state.step ? '发散' : surface.value(x, y).toPrecision(3).replace('-', '−')}`;
  });
  return `${state.step} 步之后的函数值：${told.join('，')}。`;
}

export function drawDescent(state: DescentState): string {
  const lines = optimizers.map((optimizer) => {
    const shown = visible(run(state, optimizer));
    return curve(plane, shown, looks[optimizer].line) + shown.map((point) => dot(plane, point, looks[optimizer].dot, 2.5)).join('')
      + dot(plane, at(shown, shown.length - 1), looks[optimizer].dot, 6);
  });
  const legend = optimizers.map((optimizer, index) =>
    element('circle', { cx: 36 + index * 102, cy: 436, r: 6, class: `fig-cell ${looks[optimizer].dot}` }) +
    text(names[optimizer], 48 + index * 102, 436, { anchor: 'start', size: 13 }));
  return drawing(
    { id: 'descent', width: 440, height: 452, title: `梯度下降：${at(surfaces, state.surface).name}`, description: tell(state) },
    contours(state.surface),
    axes(plane, { xTicks: [-2, -1, 0, 1, 2], yTicks: [-2, -1, 0, 1, 2] }),
    ...lines,
    handle(plane, state.start, 'start', `起点，横 ${state.start[0].toFixed(2)}，纵 ${state.start[1].toFixed(2)}`, 'fig-surface', 8),
    ...legend,
  );
}
