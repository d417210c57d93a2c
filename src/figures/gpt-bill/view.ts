import { bars } from '../kit/bars.ts';
import { at } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { bill, grouped, shapes, type BillState } from './model.ts';

const left = { anchor: 'start', className: 'fig-muted', size: 13 } as const;

/** Small shares keep a digit that is not zero. */
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.001 ? 3 : 1)}%`;

/** The bill in one sentence. */
export function tell({ shape, multiple }: BillState): string {
  const model = at(shapes, shape);
  const { tokens, positions, attention, feedForward, norms, total } = bill(model, multiple);
  return `${model.name}：词表 ${grouped(tokens)}，位置 ${grouped(positions)}，注意力 ${grouped(attention)}，前馈 ${grouped(feedForward)}，归一化 ${grouped(norms)}，合计 ${grouped(total)}`;
}

/** One bar an item, as a share of the whole. */
export function drawGptBill(state: BillState): string {
  const model = at(shapes, state.shape);
  const parts = bill(model, state.multiple);
  const items = [
    ['词表', parts.tokens, 'fig-key'], ['位置表', parts.positions, 'fig-query'], ['注意力', parts.attention, 'fig-weight'],
    ['前馈', parts.feedForward, 'fig-value'], ['归一化', parts.norms, 'fig-output'],
  ] as const;
  return drawing(
    { id: 'gpt-bill', width: 440, height: 272, title: 'GPT 的参数账单', description: `${tell(state)}。` },
    text(model.name, 4, 16, { anchor: 'start', className: 'fig-strong', size: 16 }),
    text(`合计 ${grouped(parts.total)}`, 436, 16, { anchor: 'end', className: 'fig-text fig-mono', size: 14 }),
    text(`${model.layers} 层，宽 ${model.width}，前馈宽 ${model.width * state.multiple}，${model.heads} 个头`, 4, 42, left),
    text(`上下文 ${model.context}，词表 ${model.vocabulary}`, 4, 62, left),
    bars(items.map(([label, count, tone]) => ({ label, share: count / parts.total, shown: percent(count / parts.total), tone })),
      { x: 0, y: 80, labelWidth: 62, width: 300 }),
    text(model.printed === '' ? '论文没有写总数' : `论文写的是 ${model.printed}`, 4, 260, left),
  );
}
