import { graphBoard, type GraphEdge, type GraphNode, type Spot } from '../kit/graph-board.ts';
import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { table } from '../kit/table.ts';
import { courses, edges, names, topologicalOrder, walk, type EdgeKind, type Frame, type WalkState } from './model.ts';

export const frames = rememberLast(walk, ({ method, start, present }) => `${method} ${start} ${present.join()}`);

export function shownFrame(state: WalkState): Frame {
  const list = frames(state);
  return at(list, Math.min(state.step, list.length - 1));
}

/** What the nodes that were found wait in. */
const store = ({ method }: WalkState): string => (method === 'bfs' ? '队列' : '栈');

const list = (nodes: readonly number[]): string => (nodes.length === 0 ? '空' : nodes.map((node) => at(courses, node)).join(' '));

export function tell(state: WalkState): string {
  const frame = shownFrame(state);
  const isLast = state.step >= frames(state).length - 1;
  const order = topologicalOrder(frame);
  const ending = !isLast || state.method === 'bfs' ? '' : order === undefined ? '；有后向边，排不出拓扑序' : `；按完成时刻倒排得拓扑序：${list(order)}`;
  return `${names[state.method]}，从${at(courses, state.start)}开始。${frame.does}；${store(state)}：${list(frame.waiting)}；访问次序：${list(frame.found)}${ending}。`;
}

const spots: readonly Spot[] = [[50, 44], [50, 130], [50, 220], [160, 64], [160, 150], [272, 196], [272, 64], [380, 130]];

function node(frame: Frame, state: WalkState, index: number): GraphNode {
  const { current, waiting, finished, found, first, last } = frame;
  const [tone, share, says] = current === index ? ['fig-query', 0.6, '正在处理'] as const
    : waiting.includes(index) ? ['fig-key', 0.4, `在${store(state)}里`] as const
      : finished.includes(index) || found.includes(index) ? ['fig-value', 0.4, '做完'] as const : ['fig-blocked', 0.08, '没见过'] as const;
  const [begin, end] = [first[index], last[index]];
  const note = begin === undefined ? '' : state.method === 'bfs' ? `距 ${begin}` : `${begin}/${end ?? ''}`;
  return { label: at(courses, index), at: at(spots, index), tone, share, note, noteAbove: at(spots, index)[1] < 100, ring: current === index, act: `start:${index}`, says: `从${at(courses, index)}开始，${says}` };
}

const marks: Readonly<Partial<Record<EdgeKind, string>>> = { back: '后', forward: '前', cross: '横' };

function edge(frame: Frame, state: WalkState, index: number): GraphEdge {
  const [from, to] = at(edges, index);
  const kind = frame.kinds[index];
  const present = state.present[index] === true;
  const className = frame.edge === index ? 'fig-curve is-query'
    : kind === 'tree' ? 'fig-curve is-value' : kind === 'back' ? 'fig-curve' : 'fig-arrow';
  return {
    from, to, directed: true, className, absent: !present, label: marks[kind ?? 'tree'] ?? '', act: `edge:${index}`, pressed: present,
    says: `边 ${at(courses, from)}到${at(courses, to)}`,
  };
}

/** The graph, the queue or stack, and the order so far. */
export function drawGraphWalk(state: WalkState): string {
  const frame = shownFrame(state);
  const line = (nodes: readonly number[], y: number, tone: string): string => table(
    [courses.map((_course, place) => {
      const shown = nodes[place];
      return shown === undefined ? { words: '', tone: 'fig-surface', share: 0.1 } : { words: at(courses, shown), tone, share: 0.4 };
    })], { x: 56, y, cellWidth: 45, cellHeight: 28 });
  const name = (words: string, y: number): string => text(words, 48, y + 14, { anchor: 'end', className: 'fig-muted', size: 13 });
  return drawing(
    { id: 'graph-walk', width: 430, height: 372, title: `${names[state.method]}搜索走过一张先修图`, description: tell(state) },
    graphBoard(courses.map((_course, index) => node(frame, state, index)), edges.map((_edge, index) => edge(frame, state, index)), { nodeName: '课程', edgeName: '先修关系' }),
    text(frame.does, 56, 278, { anchor: 'start', className: 'fig-strong' }),
    name(store(state), 294), line(frame.waiting, 294, 'fig-key'),
    name('次序', 334), line(frame.found, 334, 'fig-value'),
  );
}
