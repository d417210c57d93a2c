import { drawing, element, text } from '../kit/svg.ts';
import { ownRow, saturationRows, type SaturationRow, type SaturationState } from './model.ts';

const barLeft = 96;
const barWidth = 236;
const rowHeight = 58;
const strengths: readonly number[] = [0.8, 0.42, 0.16];

/** Three decimals, or four where three would claim a weight of exactly one. */
export function weightText(weight: number): string {
  return weight < 1 && weight.toFixed(3) === '1.000' ? weight.toFixed(4) : weight.toFixed(3);
}

/** Small slopes keep two significant digits. */
export function slopeText(slope: number): string {
  return slope >= 0.001 ? slope.toFixed(3) : slope.toPrecision(2);
}

function bar(row: SaturationRow, y: number): string {
  let x = barLeft;
  const parts = row.weights.map((weight, index) => {
    const width = weight * barWidth;
    const label = width > 40 ? text(weightText(weight), x + width / 2, y, { className: 'fig-text fig-mono', size: 13 }) : '';
    const part = element('rect', {
      x, y: y - 15, width, height: 30, class: 'fig-cell fig-weight', 'fill-opacity': strengths[index] ?? 0.1,
    });
    x += width;
    return part + label;
  });
  return parts.join('');
}

function labelledBar(row: SaturationRow, index: number, title: string, detail: string): string {
  const y = 62 + rowHeight * index;
  return (
    text(title, 12, y - 9, { anchor: 'start', className: 'fig-text', size: 13 }) +
    text(detail, 12, y + 9, { anchor: 'start', className: 'fig-muted', size: 12 }) +
    bar(row, y) +
    text(slopeText(row.slope), 412, y, { anchor: 'end', className: 'fig-text fig-mono', size: 13 })
  );
}

/** A row in words. */
export function tell(row: SaturationRow): string {
  return `键维 ${row.dimension} 时权重 ${row.weights.map(weightText).join('、')}，最大导数 ${slopeText(row.slope)}`;
}

function description(rows: readonly SaturationRow[]): string {
  const told = rows.map(tell).join('；');
  return `不缩放时，${told}。除以键维的平方根以后，任何键维都与键维 1 相同。`;
}

/** Stacked bars of the weights, one per key dimension, and a last one for the scaled scores. */
export function softmaxSaturationSvg(state: SaturationState, id = 'softmax-saturation'): string {
  const rows = saturationRows(state);
  const own = ownRow(state);
  const bars = rows.map((row, index) =>
    labelledBar(row, index, `键维 ${row.dimension}`, `分数 ×${Number(row.factor.toFixed(2))}`));
  return drawing(
    {
      id, width: 424, height: 62 + rowHeight * rows.length + 34,
      title: '键维越大，不缩放的 softmax 越接近独热', description: description(rows),
    },
    text('三个权重', barLeft, 20, { anchor: 'start', className: 'fig-muted', size: 13 }),
    text('最大导数', 412, 20, { anchor: 'end', className: 'fig-muted', size: 13 }),
    ...bars,
    element('line', {
      x1: 12, x2: 412, y1: 33 + rowHeight * rows.length, y2: 33 + rowHeight * rows.length, class: 'fig-line',
    }),
    labelledBar(own, rows.length, state.scaled ? '先缩放' : '不缩放', `键维 ${state.dimension}，×${Number(own.factor.toFixed(2))}`),
  );
}
