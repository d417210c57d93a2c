import { drawing, element, text } from '../kit/svg.ts';
import { headVote, words, type HeadVoteState } from './model.ts';

const width = 420;
const bars = { x: 104, length: 236, height: 20, gap: 27 };
const group = { top: 34, step: 122 };

const fourDecimals = (weight: number): string => weight.toFixed(4);

/** One row of weights as bars, under its name. */
function votes(name: string, weights: readonly number[], place: number): string {
  const top = group.top + place * group.step;
  const rows = weights.map((weight, j) => {
    const y = top + j * bars.gap;
    return text(words[j] ?? '', bars.x - 10, y + bars.height / 2, { anchor: 'end', className: 'fig-text', size: 14 }) +
      element('rect', { x: bars.x, y, width: bars.length, height: bars.height, class: 'fig-cell fig-surface', 'fill-opacity': 0.3 }) +
      element('rect', { x: bars.x, y, width: weight * bars.length, height: bars.height, class: 'fig-weight', 'fill-opacity': 0.62 }) +
      text(fourDecimals(weight), width - 4, y + bars.height / 2, { anchor: 'end', className: 'fig-text fig-mono', size: 14 });
  });
  return text(name, 2, top - 18, { anchor: 'start', className: 'fig-strong', size: 14 }) + rows.join('');
}

const said = (weights: readonly number[]): string =>
  weights.map((weight, j) => `${words[j] ?? ''} ${fourDecimals(weight)}`).join('，');

/** Head 1, head 2 and the single head below each other: who looks where, and what the sum of scores makes of it. */
export function drawHeadVote(state: HeadVoteState): string {
  const { first, second, single } = headVote(state);
  const asks = words[state.word] ?? '';
  const factor = state.sharpness === 1 ? '' : `（分数 × ${state.sharpness}）`;
  const line = group.top + 2 * group.step - 34;
  return drawing(
    {
      id: 'head-vote',
      width,
      height: group.top + 2 * group.step + 3 * bars.gap,
      title: `「${asks}」的三行权重：头 1、头 2、单头`,
      description: `头 1：${said(first)}。头 2${factor}：${said(second)}。分数相加后的单头：${said(single)}。`,
    },
    votes('头 1：名物与动作互找', first, 0),
    votes(`头 2：主语与谓语互找${factor}`, second, 1),
    element('path', { class: 'fig-line', d: `M2,${line}H${width - 2}` }),
    votes('单头：两份分数先相加', single, 2),
  );
}
