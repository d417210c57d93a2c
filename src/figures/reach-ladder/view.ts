import { drawing, element, text } from '../kit/svg.ts';
import { ladders, pathLength, type Ladder, type LadderState } from './model.ts';

const side = 184;
const gap = 32;
const head = 34;
const margin = 12;

/** A ladder in words. */
export function tell(ladder: Ladder): string {
  return `${ladder.name} ${pathLength(ladder)} ${ladder.unit}`;
}

const tallest = (pair: readonly Ladder[], cell: number): number => Math.max(...pair.map(({ reached }) => reached.length)) * cell;

function drawLadder(ladder: Ladder, cell: number, x: number, y: number): string {
  const rows = ladder.reached.flatMap((row, step) =>
    row.map((heard, j) => element('rect', {
      x: x + j * cell, y: y + head + step * cell, width: cell, height: cell,
      class: `fig-cell ${heard ? 'fig-accent' : 'fig-surface'}`, 'fill-opacity': heard ? 0.7 : 0.2,
    })));
  return (
    text(ladder.name, x, y + 14, { anchor: 'start', className: 'fig-text fig-strong', size: 15 }) +
    text(`${pathLength(ladder)} ${ladder.unit}`, x + side, y + 14, { anchor: 'end', className: 'fig-text fig-mono', size: 15 }) +
    rows.join('')
  );
}

/** Four grids: columns are tokens, the top row is the beginning, each further row is one step or layer. */
export function reachLadderSvg(state: LadderState, id = 'reach-ladder'): string {
  const all = ladders(state);
  const cell = side / state.size;
  const [upper, lower] = [all.slice(0, 2), all.slice(2)];
  const second = head + tallest(upper, cell) + 22;
  const place = (pair: readonly Ladder[], y: number): string =>
    pair.map((ladder, column) => drawLadder(ladder, cell, margin + column * (side + gap), y)).join('');
  return drawing(
    {
      id, width: 2 * side + gap + 2 * margin, height: second + head + tallest(lower, cell) + 8,
      title: '第一个词的消息传到最后一个词要走几步',
      description: `${state.size} 个词，核宽 ${state.kernel}：${all.map(tell).join('，')}。`,
    },
    place(upper, 0),
    place(lower, second),
  );
}
