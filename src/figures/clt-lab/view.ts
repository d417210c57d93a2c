import { at, sum } from '../kit/numbers.ts';
import { axes, curve, place, sample, type Plane } from '../kit/plane.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { bins, interval, outside, populationOf, promised, quantile, sampleMeans, spreadOf, standardError, type CltLabState } from './model.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const three = (value: number): string => value.toFixed(3).replace('-', '−');

export function tell(state: CltLabState): string {
  const { words } = populationOf(state);
  const means = sampleMeans(state);
  const head = `${words}，每次取 ${state.n} 个求平均，重复 ${state.times} 次`;
  if (state.population === 'cauchy') {
    return `${head}：中间一半的平均数落在 ${three(quantile(means, 0.25))} 到 ${three(quantile(means, 0.75))}；没有均值，n 再大也不变窄。`;
  }
  const [low, high] = interval(state);
  const spread = `平均数的标准差 ${three(spreadOf(means))}，公式 σ/√n 给 ${three(standardError(state))}`;
  if (state.population === 'sample') return `${head}（有放回）：${spread}；中间 95% 从 ${low.toFixed(2)} 到 ${high.toFixed(2)}。`;
  const [below, above] = outside(state);
  return `${head}：${spread}；落在 μ ± 1.96σ/√n 左边的占 ${percent(below)}，右边 ${percent(above)}（正态各 2.5%）。`;
}

/** The histogram of the means, the normal curve with σ/√n, and the interval as a bracket below the bars. */
export function drawCltLab(state: CltLabState): string {
  const { axis, ticks, words, mean } = populationOf(state);
  const list = bins(state);
  const width = at(list, 0).to - at(list, 0).from;
  const known = !Number.isNaN(mean);
  const peak = Math.max(...list.map(({ count }) => count), known ? promised(state, width, mean) : 0);
  const plane: Plane = { x: axis, y: [0, peak * 1.12], left: 10, top: 52, width: 410, height: 190 };
  const numbered = list.length <= 9;
  const beyond = state.times - sum(list.map(({ count }) => count));
  const inside = (x: number): number => Math.min(axis[1], Math.max(axis[0], x));
  const bars = list.map(({ from, to, count }) => {
    // Where values lie far apart, a bar that fills the gap would be a wall.
    const half = Math.min(to - from, (axis[1] - axis[0]) / 8) / 2;
    const [x1, y] = place(plane, [inside((from + to) / 2 - half), count]);
    const [x2, floor] = place(plane, [inside((from + to) / 2 + half), 0]);
    return element('rect', { x: x1, y, width: Math.max(0, x2 - x1), height: floor - y, class: 'fig-cell fig-query', 'fill-opacity': 0.4 }) +
      (numbered && count > 0 ? text(String(count), (x1 + x2) / 2, floor - 12, { className: 'fig-text fig-mono', size: 13 }) : '');
  });
  const [low, high] = interval(state);
  const bracket = (): string => {
    const [left, right] = [place(plane, [inside(low), 0])[0], place(plane, [inside(high), 0])[0]];
    return element('path', { class: 'fig-curve is-value', d: `M${left},278V286H${right}V278` }) +
      text(`${low.toFixed(2)} … ${high.toFixed(2)}`.replaceAll('-', '−'), (Math.max(left, 70) + Math.min(right, 360)) / 2, 302, { className: 'fig-text fig-mono', size: 13 });
  };
  return drawing(
    { id: 'clt-lab', width: 430, height: 316, title: '许多次抽样的平均数', description: tell(state) },
    text(`${words}：${state.times} 个平均数，每个由 ${state.n} 个数得来`, 10, 12, { anchor: 'start', className: 'fig-strong', size: 14 }),
    text(known ? '柱：模拟　线：正态，宽 σ/√n　括号：95%' : '柱：模拟（没有 σ，画不出正态线）', 10, 34, { anchor: 'start', className: 'fig-muted', size: 13 }),
    axes(plane, { xTicks: ticks, yTicks: [] }),
    ...bars,
    beyond === 0 ? '' : text(`图外还有 ${beyond} 个`, 414, 66, { anchor: 'end', className: 'fig-muted', size: 13 }),
    known ? curve(plane, sample(plane, (x) => promised(state, width, x), 160), 'fig-curve is-key') + bracket() : '',
  );
}
