import { bars } from '../kit/bars.ts';
import { at } from '../kit/numbers.ts';
import { axes, curve, dot, place, type Plane } from '../kit/plane.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { curves, longest, type ShotsState } from './model.ts';

const plane: Plane = { x: [0, longest], y: [0, 1], left: 40, top: 196, width: 380, height: 150 };

export const tell = ({ shots }: ShotsState): string =>
  `看过 ${shots} 个例子：${curves.map(({ name, shares }) => `${name} ${at(shares, shots).toFixed(2)}`).join('；')}`;

/** Bars for the chosen number of examples above, all curves below. */
export function drawShotsCurve(state: ShotsState): string {
  const [x] = place(plane, [state.shots, 0]);
  return drawing(
    { id: 'shots-curve', width: 440, height: 392, title: '例子越多，答对越多', description: `${tell(state)}。` },
    text(`新密码本，看过 ${state.shots} 个例子之后的正确率`, 4, 14, { anchor: 'start', className: 'fig-strong', size: 15 }),
    bars(curves.map(({ name, shares, tone }) => ({ label: name, share: at(shares, state.shots), shown: at(shares, state.shots).toFixed(2), tone })),
      { x: 0, y: 28, labelWidth: 116, width: 260 }),
    axes(plane, { xTicks: [0, 2, 4, 6, 8, 10], yTicks: [0, 0.5, 1], xName: '上下文里的例子数', yName: '正确率' }),
    element('line', { x1: x, x2: x, y1: plane.top, y2: plane.top + plane.height, class: 'fig-line' }),
    ...curves.map(({ shares, line }) => curve(plane, shares.map((share, shots) => [shots, share] as const), line)),
    ...curves.slice(1).map(({ shares, tone }) => dot(plane, [state.shots, at(shares, state.shots)], tone, 5)),
  );
}
