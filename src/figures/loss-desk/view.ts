import { bars } from '../kit/bars.ts';
import { at, signed } from '../kit/numbers.ts';
import { curve, dot, place, axes, type Plane } from '../kit/plane.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { classes, crossEntropy, type LossState } from './model.ts';

const plane: Plane = { x: [0, 1], y: [0, 5], left: 40, top: 204, width: 370, height: 150 };

/** Right of the axis pushes the score down, left of it up. */
function gradients(values: readonly number[], y: number): string {
  const middle = 350;
  return element('line', { x1: middle, x2: middle, y1: y, y2: y + values.length * 34, class: 'fig-line' }) +
    values.map((value, i) => {
      const width = Math.abs(value) * 60;
      const centre = y + (i + 0.5) * 34;
      return element('rect', { x: value < 0 ? middle - width : middle, y: centre - 9, width, height: 18, class: `fig-cell ${value < 0 ? 'fig-value' : 'fig-key'}`, 'fill-opacity': 0.6 }) +
        text(signed(value, 3), 436, centre, { anchor: 'end', className: 'fig-text fig-mono', size: 13 });
    }).join('');
}

/** Probabilities and gradient above, the curve −ln p with this sample below. */
export function drawLossDesk(state: LossState): string {
  const { probabilities, loss, gradient } = crossEntropy(state);
  const truth = at(probabilities, state.truth);
  const points = Array.from({ length: 100 }, (_point, i): [number, number] => [(i + 1) / 100, -Math.log((i + 1) / 100)]);
  const [px, py] = place(plane, [truth, Math.min(5, -Math.log(truth))]);
  return drawing(
    {
      id: 'loss-desk', width: 440, height: 400, title: 'softmax、交叉熵与梯度',
      description: `概率 ${probabilities.map((p, i) => `${at(classes, i)} ${p.toFixed(3)}`).join('，')}；损失 ${loss.toFixed(3)}；对分数的梯度 ${gradient.map((g) => signed(g, 3)).join('、')}。`,
    },
    text('概率', 52, 16, { anchor: 'start', className: 'fig-muted', size: 13 }),
    text('梯度 p − y', 436, 16, { anchor: 'end', className: 'fig-muted', size: 13 }),
    bars(probabilities.map((p, i) => ({
      label: `${at(classes, i)}${i === state.truth ? ' ✓' : ''}`, share: p, shown: p.toFixed(3), tone: 'fig-output', strength: i === state.truth ? 0.7 : 0.35,
    })), { x: 0, y: 32, labelWidth: 52, width: 190 }),
    gradients(gradient, 32),
    text(`损失 ${loss.toFixed(3)}`, 436, 158, { anchor: 'end', className: 'fig-strong', size: 15 }),
    axes(plane, { xTicks: [0, 0.5, 1], yTicks: [0, 1, 2, 3, 4, 5], xName: '正确类的概率', yName: '−ln p' }),
    curve(plane, points),
    element('line', { x1: px, x2: px, y1: py, y2: plane.top + plane.height, class: 'fig-line' }),
    dot(plane, [truth, Math.min(5, -Math.log(truth))], 'fig-accent', 6),
  );
}
