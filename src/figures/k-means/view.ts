import { at } from '../kit/numbers.ts';
import { axes, dot, handle, place, type Plane } from '../kit/plane.ts';
import { drawing, element } from '../kit/svg.ts';
import { inertia, points, rounds, side, type KMeansState, type Round } from './model.ts';

export const plane: Plane = { x: [0, side], y: [0, side], left: 24, top: 8, width: 392, height: 392 };
const tones = ['fig-query', 'fig-key', 'fig-value', 'fig-score'] as const;

/** The round that the state shows; beyond the last it stays there. */
export function shownRound(state: KMeansState): Round {
  const list = rounds(state);
  return at(list, Math.min(state.step, list.length - 1));
}

export function tell(state: KMeansState): string {
  const list = rounds(state);
  const step = Math.min(state.step, list.length - 1);
  const { centers, labels, moved } = at(list, step);
  if (labels.length === 0) return `${centers.length} 个中心刚放好，还没有分配；可以拖动它们。`;
  const done = step === list.length - 1 ? '，不再变化' : '';
  return `第 ${Math.ceil(step / 2)} 轮，${moved ? '中心移到各自的平均' : '每点归最近的中心'}：误差平方和 ${inertia(points(state.seed), labels, centers).toFixed(2)}${done}。`;
}

export function drawKMeans(state: KMeansState): string {
  const { centers, labels } = shownRound(state);
  const tone = (k: number | undefined): string => (k === undefined ? 'fig-blocked' : at(tones, k));
  const data = points(state.seed);
  const spokes = labels.map((k, i) => {
    const [x1, y1] = place(plane, at(data, i));
    const [x2, y2] = place(plane, at(centers, k));
    return element('line', { x1, y1, x2, y2, class: 'fig-line' });
  });
  return drawing(
    { id: 'k-means', width: 424, height: 424, title: `K-means，k = ${centers.length}`, description: tell(state) },
    axes(plane, { xTicks: [0, 5, 10], yTicks: [0, 5, 10] }),
    ...spokes,
    ...data.map((point, i) => dot(plane, point, tone(labels[i]))),
    ...centers.map((center, k) => handle(plane, center, `center:${k}`, `中心 ${k + 1}，横 ${center[0].toFixed(1)}，纵 ${center[1].toFixed(1)}`, at(tones, k), 10)),
  );
}
