import { acting, drawing, element, matrix, text } from '../kit/svg.ts';
import { diagnose, fillText, labWeights, type LabState } from './lab.ts';
import { weights, type MaskGridState, type MaskPanel } from './model.ts';

const labelWidth = 82;
const maskCell = 40;
const weightCell = 48;
const rowHeight = 28;
/** Cells that are pressed are taller: at least 24 px on a phone. */
const labRowHeight = 36;
const headHeight = 58;
const gap = 20;

/** Three decimals without the leading zero that never changes; a blocked weight is exactly 0. */
export function weightText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0 || value === 1) return String(value);
  return value.toFixed(3).replace(/^0/, '');
}

function panelHeight({ tokens }: MaskPanel): number {
  return headHeight + tokens.length * rowHeight + 14;
}

function titles(title: string, top: number, weightsX: number): string {
  return (
    text(title, 4, top + 12, { anchor: 'start', className: 'fig-text fig-strong', size: 15 }) +
    text('加在分数上的 M', labelWidth, top + 30, { anchor: 'start', className: 'fig-muted', size: 12 }) +
    text('softmax 之后的权重', weightsX, top + 30, { anchor: 'start', className: 'fig-muted', size: 12 })
  );
}

interface Pair {
  readonly panel: MaskPanel;
  readonly top: number;
  readonly height: number;
  readonly shown: readonly (readonly number[])[];
  readonly filler: string;
  readonly act?: (row: number, column: number) => ReturnType<typeof acting>;
}

/** Mask on the left, weights on the right. */
function drawPair({ panel: { tokens, blocked, title }, top, height, shown, filler, act }: Pair): string {
  const y = top + headHeight;
  const weightsX = labelWidth + tokens.length * maskCell + gap;
  const numbers = tokens.map((_token, index) => String(index + 1));
  return element(
    'g',
    {},
    titles(title, top, weightsX),
    matrix({
      values: blocked.map((row) => row.map((hidden) => (hidden ? -Infinity : 0))),
      x: labelWidth, y, cellWidth: maskCell, cellHeight: height, size: 13,
      rowLabels: tokens.map((token, index) => `${index + 1} ${token}`), columnLabels: numbers,
      format: (value) => (value === 0 ? '0' : filler),
      tone: (i, j) => (blocked[i]?.[j] ? 'fig-blocked' : 'fig-score'),
      share: (value) => (value === 0 ? 0.16 : 0.5),
      name: '掩码 M', act,
    }),
    matrix({
      values: shown,
      x: weightsX, y, cellWidth: weightCell, cellHeight: height, size: 13,
      columnLabels: numbers, format: weightText,
      tone: (i, j) => (Number.isNaN(shown[i]?.[j]) ? 'fig-accent' : 'fig-weight'),
      share: (value) => (Number.isNaN(value) ? 0.3 : value > 0 ? 0.12 + 0.6 * value : 0),
    }),
  );
}

function drawPanel(panel: MaskPanel, top: number): string {
  return drawPair({ panel, top, height: rowHeight, shown: weights(panel), filler: '−∞' });
}

/** The panel whose cells the reader switches. */
function drawLab({ tokens, scores }: MaskPanel, lab: LabState, top: number): string {
  return drawPair({
    panel: { title: '实验台：点 M 的格子', tokens, scores, blocked: lab.blocked },
    top, height: labRowHeight, shown: labWeights(scores, lab), filler: fillText[lab.fill],
    act: (i, j) => acting(`cell:${i},${j}`, {
      label: `查询 ${i + 1} ${tokens[i] ?? ''} 看键 ${j + 1} ${tokens[j] ?? ''}，${lab.blocked[i]?.[j] ? '挡住' : '放行'}`,
      cell: [i, j], pressed: lab.blocked[i]?.[j] ?? false,
    }),
  });
}

function describe(panel: MaskPanel): string {
  const rows = weights(panel).map((row, i) => `第 ${i + 1} 行权重 ${row.map(weightText).join('、')}`);
  return `${panel.title}：${rows.join('；')}。`;
}

/** Mask and resulting weights side by side: the panels of the text, and the laboratory where there is one. */
export function drawMaskGrid(state: MaskGridState, lab?: LabState): string {
  const tops = state.panels.map((_panel, index) =>
    state.panels.slice(0, index).reduce((sum, panel) => sum + panelHeight(panel), 4));
  const columns = Math.max(...state.panels.map((panel) => panel.tokens.length));
  const end = state.panels.reduce((sum, panel) => sum + panelHeight(panel), 4);
  const first = state.panels[0];
  const bench = lab === undefined || first === undefined ? undefined : { lab, panel: first };
  return drawing(
    {
      id: 'mask-grid',
      width: labelWidth + columns * (maskCell + weightCell) + gap + 4,
      height: bench === undefined ? end : end + headHeight + columns * labRowHeight + 14,
      title: '三种掩码和它们留下的权重',
      description: `左边是加性掩码，右边是掩码之后每一行的注意力权重。${state.panels.map(describe).join('')}`
        + (bench === undefined ? '' : `实验台：${diagnose(bench.panel.scores, bench.lab)}`),
    },
    ...state.panels.map((panel, index) => drawPanel(panel, tops[index] ?? 0)),
    bench === undefined ? '' : drawLab(bench.panel, bench.lab, end),
  );
}
