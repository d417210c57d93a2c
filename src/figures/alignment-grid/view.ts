import { acting, drawing, element, matrix, text } from '../kit/svg.ts';
import { axes, lastInput, shownWeights, type AlignmentState, type Attention } from './model.ts';
import { at } from './transformer.ts';

const widest = 106;
const cellHeight = 52;
const origin = { x: 122, y: 66 };
/** Room for the cells; longer sentences get narrower ones. */
const room = 3 * widest;

const threeDecimals = (weight: number): string => weight.toFixed(3);

const words: Readonly<Record<Attention, { readonly title: string; readonly corner: string; readonly head: string; readonly place: string }>> = {
  cross: { title: '写每个英文词时，解码器看哪个中文词', corner: '正在写', head: '看中文的哪个词（每行之和为 1）', place: '解码器' },
  encoder: { title: '编码器里，每个中文词看哪些中文词', corner: '这个词', head: '看句中的哪个词（每行之和为 1）', place: '编码器' },
  decoder: { title: '解码器里，每个已写的词看哪些已写的词', corner: '这个词', head: '看前文的哪个词（每行之和为 1）', place: '解码器' },
};

/** The row label; for cross-attention with what the decoder has just read under it. */
function rowLabel(state: AlignmentState, word: string, index: number): string {
  const middle = origin.y + (index + 0.5) * cellHeight;
  const name = (y: number): string => text(word, origin.x - 12, y, { anchor: 'end', className: 'fig-text fig-strong', size: 15 });
  return state.attention !== 'cross' ? name(middle) : name(middle - 9)
    + text(`刚读入 ${lastInput(state, index)}`, origin.x - 12, middle + 11, { anchor: 'end', className: 'fig-muted', size: 12 });
}

/** Layer and head in words. */
export function placeName({ attention, layer, head }: AlignmentState): string {
  const kind = attention === 'cross' ? '交叉注意力' : '自注意力';
  return `${words[attention].place}第 ${layer + 1} 层${kind}，${head === 'mean' ? '各头平均' : `第 ${head + 1} 头`}`;
}

/** One row in words. */
export function tellRow(state: AlignmentState, index: number): string {
  const { rows, columns } = axes(state);
  const told = at(shownWeights(state), index).map((weight, j) => `${at(columns, j)} ${threeDecimals(weight)}`).join('，');
  return `${state.attention === 'cross' ? '写' : '读'} ${at(rows, index)} 时 ${told}`;
}

/** The grid: who looks in rows, what is looked at in columns, shade and number the weight. `row` is marked. */
export function drawAlignmentGrid(state: AlignmentState, row = -1): string {
  const weights = shownWeights(state);
  const { rows, columns } = axes(state);
  const cellWidth = Math.min(widest, room / columns.length);
  const small = cellWidth < 64;
  const width = columns.length * cellWidth;
  const { title, corner, head } = words[state.attention];
  return drawing(
    {
      id: 'alignment-grid',
      width: origin.x + room + 10,
      height: origin.y + rows.length * cellHeight + 34,
      title,
      description: `${placeName(state)}的权重。${rows.map((_word, i) => tellRow(state, i)).join('；')}。`,
    },
    text(corner, origin.x - 12, 42, { anchor: 'end', className: 'fig-muted', size: 13 }),
    text(head, origin.x + width / 2, 14, { className: 'fig-muted', size: 13 }),
    ...columns.map((word, j) =>
      text(small ? [...word].slice(0, 3).join('') : word, origin.x + (j + 0.5) * cellWidth, 42, { className: 'fig-text', size: small ? 13 : 15 })),
    matrix({
      values: weights, x: origin.x, y: origin.y, cellWidth, cellHeight, size: small ? 13 : 16,
      format: (weight) => (small ? weight.toFixed(2) : threeDecimals(weight)),
      tone: 'fig-weight', share: (weight) => 0.04 + 0.6 * weight,
      name: '注意力权重', follow: true,
      act: (i, j, weight) => acting(`row:${i}`, {
        label: `${at(rows, i)} 看 ${at(columns, j)}，${threeDecimals(weight)}`, cell: [i, j], current: i === row && j === 0,
      }),
    }),
    ...rows.map((word, i) => rowLabel(state, word, i)),
    row < 0 ? '' : element('rect', { x: origin.x, y: origin.y + row * cellHeight, width, height: cellHeight, rx: 3, class: 'fig-ring' }),
    text(placeName(state), origin.x + room, origin.y + rows.length * cellHeight + 18, { anchor: 'end', className: 'fig-muted', size: 13 }),
  );
}
