import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/graph-walk/element.ts';
import { courses, edges, initialState, topologicalOrder, walk, type Frame, type WalkState } from '../../../../src/figures/graph-walk/model.ts';
import { tell } from '../../../../src/figures/graph-walk/view.ts';

const end = (state: Partial<WalkState>): Frame => {
  const frame = walk({ ...initialState, ...state }).at(-1);
  if (frame === undefined) throw new Error('no frame');
  return frame;
};
const words = (nodes: readonly number[]): string => nodes.map((node) => courses[node]).join(' ');
const withCycle = edges.map(() => true);

test('breadth first goes by distance, in the order of the hand-drawn queue', () => {
  const frame = end({});
  expect(words(frame.found)).toBe('编程 数组 回归 序列 网络 注意');
  expect(frame.first).toEqual([0, undefined, undefined, 1, 1, 2, 2, 3]);
  expect(walk(initialState).map(({ waiting }) => words(waiting)).slice(0, 6)).toEqual(['编程', '', '数组', '数组 回归', '回归', '回归 序列']);
});

test('depth first has the times of the parenthesis theorem', () => {
  const frame = end({ method: 'dfs' });
  expect(words(frame.found)).toBe('编程 数组 序列 注意 回归 网络 线代 微积');
  expect(frame.first).toEqual([1, 13, 15, 2, 8, 9, 3, 4]);
  expect(frame.last).toEqual([12, 14, 16, 7, 11, 10, 6, 5]);
});

test('edges are sorted into tree, forward, back and cross by those times', () => {
  const kinds = (state: Partial<WalkState>): string => end({ method: 'dfs', ...state }).kinds.join(' ');
  expect(kinds({})).toBe('tree tree cross cross cross cross tree tree cross cross tree ');
  expect(kinds({ start: 5 })).toContain('forward');
  expect(kinds({ present: withCycle })).toContain('back');
});

test('falling finishing times are a topological order, as long as there is no cycle', () => {
  const order = topologicalOrder(end({ method: 'dfs' })) ?? [];
  expect(words(order)).toBe('微积 线代 编程 回归 网络 数组 序列 注意');
  for (const [from, to] of edges.slice(0, -1)) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
  expect(topologicalOrder(end({ method: 'dfs', present: withCycle }))).toBeUndefined();
});

test('from any start every node is finished once by depth first', () => {
  for (const start of courses.keys()) {
    const { finished, first, last } = end({ method: 'dfs', start, present: withCycle });
    expect(finished.toSorted()).toEqual([...courses.keys()]);
    expect([...first, ...last].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 16 }, (_time, index) => index + 1));
  }
});

test('pressing a node starts there, pressing an edge takes it away', () => {
  expect(figure.update(initialState, { name: 'start', at: [2], value: '' })).toMatchObject({ start: 2, step: 0 });
  const less = figure.update(initialState, { name: 'edge', at: [0], value: '' });
  expect(less.present[0]).toBe(false);
  expect(words(end(less).found)).toBe('编程 回归 网络 序列 注意');
});

test('says what is done, what waits and what was found', () => {
  expect(tell(initialState)).toBe('广度优先，从编程开始。回归→网络：没见过，入队；队列：序列 网络；访问次序：编程 数组 回归 序列 网络。');
  expect(tell({ ...initialState, method: 'dfs', step: 60 })).toContain('拓扑序：微积 线代 编程 回归 网络 数组 序列 注意');
  expect(tell({ ...initialState, method: 'dfs', present: withCycle, step: 60 })).toContain('有后向边，排不出拓扑序');
});
