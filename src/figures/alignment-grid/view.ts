import { drawing, matrix, text } from '../kit/svg.ts';
import { lastInput, shownWeights, type AlignmentState } from './model.ts';
import { at } from './transformer.ts';

const cell = { width: 106, height: 52 };
const origin = { x: 122, y: 66 };

const threeDecimals = (weight: number): string => weight.toFixed(3);

/** The row label: the word being written, and under it what the decoder has just read. */
function rowLabel(state: AlignmentState, word: string, index: number): string {
  const middle = origin.y + (index + 0.5) * cell.height;
  return (
    text(word, origin.x - 12, middle - 9, { anchor: 'end', className: 'fig-text fig-strong', size: 15 }) +
    text(`刚读入 ${lastInput(state, index)}`, origin.x - 12, middle + 11, { anchor: 'end', className: 'fig-muted', size: 12 })
  );
}

/** The grid: rows are the words written, columns the source words, shade and number the weight. */
export function drawAlignmentGrid(state: AlignmentState): string {
  const weights = shownWeights(state);
  const { source, target, layer, head } = state;
  const rows = weights.map((row, i) =>
    `写 ${at(target, i)} 时 ${row.map((weight, j) => `${at(source, j)} ${threeDecimals(weight)}`).join('，')}`);
  return drawing(
    {
      id: 'alignment-grid',
      width: origin.x + source.length * cell.width + 10,
      height: origin.y + target.length * cell.height + 34,
      title: '写每个英文词时，解码器看哪个中文词',
      description: `第 ${layer + 1} 层交叉注意力的权重。${rows.join('；')}。`,
    },
    text('正在写', origin.x - 12, 42, { anchor: 'end', className: 'fig-muted', size: 13 }),
    text('看中文的哪个词（每行之和为 1）', origin.x + (source.length * cell.width) / 2, 14, { className: 'fig-muted', size: 13 }),
    ...source.map((word, j) =>
      text(word, origin.x + (j + 0.5) * cell.width, 42, { className: 'fig-text', size: 15 })),
    matrix({
      values: weights, x: origin.x, y: origin.y, cellWidth: cell.width, cellHeight: cell.height, size: 16,
      format: threeDecimals, tone: 'fig-weight', share: (weight) => 0.04 + 0.6 * weight,
    }),
    ...target.map((word, i) => rowLabel(state, word, i)),
    text(
      `解码器第 ${layer + 1} 层，${head === 'mean' ? '各头平均' : `第 ${head + 1} 头`}`,
      origin.x + source.length * cell.width, origin.y + target.length * cell.height + 18,
      { anchor: 'end', className: 'fig-muted', size: 13 },
    ),
  );
}
