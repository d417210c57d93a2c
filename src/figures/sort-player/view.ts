import { graphBoard, treeEdges, treeSpots } from '../kit/graph-board.ts';
import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { film, names, type Frame, type SortState } from './model.ts';

export const frames = rememberLast(film, ({ algorithm, values }) => `${algorithm} ${values.join()}`);

export function shownFrame(state: SortState): Frame {
  const list = frames(state);
  return at(list, Math.min(state.step, list.length - 1));
}

export function tell(state: SortState): string {
  const { values, touched: [a, b], swapped, comparisons, swaps } = shownFrame(state);
  const act = a === undefined || b === undefined
    ? `${names[state.algorithm]}排序，${comparisons === 0 ? '还没开始' : `完成：${values.join(' ')}`}`
    : `${swapped ? '交换' : '比较'}第 ${a + 1} 和第 ${b + 1} 个（${at(values, a)} 和 ${at(values, b)}）`;
  return `${act}；比较 ${comparisons} 次，交换 ${swaps} 次。`;
}

function toneOf({ touched, swapped, sorted }: Frame, place: number): string {
  if (touched.includes(place)) return swapped ? 'fig-accent' : 'fig-query';
  return sorted.includes(place) ? 'fig-value' : 'fig-blocked';
}

/** The same array as a binary tree: child 2i + 1 and 2i + 2. */
function tree(frame: Frame, y: number): string {
  const { values } = frame;
  const spots = treeSpots(values.length, { x: 8, y, width: 400 });
  return graphBoard(values.map((value, i) => ({ label: String(value), at: at(spots, i), tone: toneOf(frame, i) })), treeEdges(values.length));
}

/** Bars of the values; the heap also as the tree that it is. */
export function drawSortPlayer(state: SortState): string {
  const frame = shownFrame(state);
  const bars = frame.values.map((value, i) =>
    element('rect', { x: 8 + i * 50, y: 174 - value * 17, width: 42, height: value * 17, class: `fig-cell ${toneOf(frame, i)}`, 'fill-opacity': 0.55 }) +
    text(String(value), 29 + i * 50, 190, { className: 'fig-text fig-mono', size: 14 }));
  return drawing(
    {
      id: 'sort-player', width: 416, height: state.algorithm === 'heap' ? 404 : 204,
      title: `${names[state.algorithm]}排序`, description: tell(state),
    },
    ...bars,
    state.algorithm === 'heap' ? tree(frame, 232) : '',
  );
}
