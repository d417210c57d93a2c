import { drawing, element, text } from '../kit/svg.ts';
import { deskRows, type DeskRow, type DeskState } from './model.ts';

const width = 424;
const left = 12;
const barWidth = 300;
const head = 44;
const rowHeight = 78;

/** Three digits with the unit that Chinese readers count in. */
export function countText(count: number): string {
  const [unit, name] = count >= 1e8 ? [1e8, ' 亿'] : count >= 1e4 ? [1e4, ' 万'] : [1, ''];
  const value = count / unit;
  return (unit === 1 ? String(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)) + name;
}

/** One row in words. */
export function tell({ name, cost, steps, path }: DeskRow): string {
  return `${name}：乘法 ${countText(cost)} 次，顺序 ${steps} 步，最长路径 ${path}`;
}

function drawRow(row: DeskRow, index: number, largest: number, cheapest: boolean): string {
  const y = head + index * rowHeight;
  return (
    text(row.name, left, y + 10, { anchor: 'start', className: 'fig-text fig-strong', size: 15 }) +
    text(row.formula, width - left, y + 10, { anchor: 'end', className: 'fig-muted fig-mono', size: 14 }) +
    element('rect', {
      x: left, y: y + 24, width: Math.max(2, (row.cost / largest) * barWidth), height: 18,
      class: `fig-cell ${cheapest ? 'fig-accent' : 'fig-blocked'}`, 'fill-opacity': cheapest ? 0.75 : 0.4,
    }) +
    text(countText(row.cost), width - left, y + 33, { anchor: 'end', className: 'fig-text fig-mono', size: 14 }) +
    text(`顺序 ${row.steps} 步`, left, y + 55, { anchor: 'start', className: 'fig-muted', size: 14 }) +
    text(`最长路径 ${row.path}`, left + 150, y + 55, { anchor: 'start', className: 'fig-muted', size: 14 })
  );
}

/** Bars for the multiplications of each kind of layer; the cheapest one is marked. */
export function complexityDeskSvg(state: DeskState, id = 'complexity-desk'): string {
  const rows = deskRows(state);
  const costs = rows.map(({ cost }) => cost);
  const [least, largest] = [Math.min(...costs), Math.max(...costs)];
  return drawing(
    {
      id, width, height: head + rowHeight * rows.length,
      title: '四种层各要多少乘法、多少步、多长的路', description: `${rows.map(tell).join('；')}。`,
    },
    text(`n = ${2 ** state.logN}，d = ${2 ** state.logD}`, left, 16, { anchor: 'start', className: 'fig-text fig-mono', size: 15 }),
    text(state.whole ? '数全所有矩阵乘法' : '只数表 1 的首项', width - left, 16, { anchor: 'end', className: 'fig-muted', size: 14 }),
    ...rows.map((row, index) => drawRow(row, index, largest, row.cost === least)),
  );
}
