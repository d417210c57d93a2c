/** Breadth-first and depth-first search over a directed graph, one frame per thing that happens. */

import { at, range } from '../kit/numbers.ts';

export const methods = ['bfs', 'dfs'] as const;
export type Method = (typeof methods)[number];
export const names: Readonly<Record<Method, string>> = { bfs: '广度优先', dfs: '深度优先' };

/** Eight courses; an edge leads from a course to one that needs it. */
export const courses = ['编程', '线代', '微积', '数组', '回归', '网络', '序列', '注意'] as const;

/** From, to. The last leads back and is off at first: with it there is a cycle. */
export const edges: readonly (readonly [number, number])[] = [
  [0, 3], [0, 4], [1, 3], [1, 4], [2, 4], [2, 5], [3, 6], [4, 5], [5, 6], [5, 7], [6, 7], [7, 4],
];

export interface WalkState {
  readonly method: Method;
  readonly start: number;
  /** Which of the edges are there. */
  readonly present: readonly boolean[];
  readonly step: number;
}

export const initialState: WalkState = { method: 'bfs', start: 0, present: edges.map((_edge, index) => index < edges.length - 1), step: 7 };

/** What an edge turned out to be: it found a node, led to one on the stack, to a finished descendant, or elsewhere. */
export type EdgeKind = 'tree' | 'back' | 'forward' | 'cross' | 'seen';

export interface Frame {
  readonly does: string;
  /** The node that is being worked on. */
  readonly current: number | undefined;
  readonly edge: number | undefined;
  /** By edge; undefined where it has not been looked at. */
  readonly kinds: readonly (EdgeKind | undefined)[];
  /** The queue from its front, or the stack from its bottom. */
  readonly waiting: readonly number[];
  /** Nodes in the order in which they were found. */
  readonly found: readonly number[];
  readonly finished: readonly number[];
  /** BFS: edges from the start. DFS: time of discovery. */
  readonly first: readonly (number | undefined)[];
  /** DFS: time of finishing. */
  readonly last: readonly (number | undefined)[];
}

class Film {
  readonly frames: Frame[] = [];
  readonly first: (number | undefined)[] = courses.map(() => undefined);
  readonly last: (number | undefined)[] = courses.map(() => undefined);
  readonly kinds: (EdgeKind | undefined)[] = edges.map(() => undefined);
  readonly found: number[] = [];
  readonly finished: number[] = [];
  waiting: number[] = [];

  take(does: string, current?: number, edge?: number): void {
    const { frames, ...seen } = this;
    frames.push({ does, current, edge, ...structuredClone(seen) });
  }
}

/** Edges that leave a node, in the order of the nodes they lead to. */
function leaving(present: readonly boolean[], node: number): number[] {
  return range(edges.length).filter((edge) => present[edge] === true && at(edges, edge)[0] === node)
    .toSorted((a, b) => at(edges, a)[1] - at(edges, b)[1]);
}

function breadthFirst(film: Film, { start, present }: WalkState): void {
  const find = (node: number, distance: number): void => {
    film.first[node] = distance;
    film.found.push(node);
    film.waiting.push(node);
  };
  find(start, 0);
  film.take(`${at(courses, start)}入队`);
  for (let node = film.waiting.shift(); node !== undefined; node = film.waiting.shift()) {
    film.take(`${at(courses, node)}出队`, node);
    for (const edge of leaving(present, node)) {
      const next = at(edges, edge)[1];
      const isNew = film.first[next] === undefined;
      film.kinds[edge] = isNew ? 'tree' : 'seen';
      if (isNew) find(next, (film.first[node] ?? 0) + 1);
      film.take(`${at(courses, node)}→${at(courses, next)}：${isNew ? '没见过，入队' : '见过，跳过'}`, node, edge);
    }
    film.finished.push(node);
  }
  film.take('队列空了，结束');
}

const kindWords: Readonly<Record<EdgeKind, string>> = { tree: '没见过，进去', back: '还在栈里，是后向边：有环', forward: '是前向边', cross: '是横向边', seen: '见过' };

function depthFirst(film: Film, { start, present }: WalkState): void {
  let time = 0;
  const kindOf = (node: number, next: number): EdgeKind => {
    if (film.first[next] === undefined) return 'tree';
    if (film.last[next] === undefined) return 'back';
    return (film.first[node] ?? 0) < (film.first[next] ?? 0) ? 'forward' : 'cross';
  };
  const visit = (node: number): void => {
    film.first[node] = time += 1;
    film.found.push(node);
    film.waiting.push(node);
    film.take(`进入${at(courses, node)}，时刻 ${time}`, node);
    for (const edge of leaving(present, node)) {
      const next = at(edges, edge)[1];
      const kind = kindOf(node, next);
      film.kinds[edge] = kind;
      film.take(`${at(courses, node)}→${at(courses, next)}：${kindWords[kind]}`, node, edge);
      if (kind === 'tree') visit(next);
    }
    film.last[node] = time += 1;
    film.finished.push(node);
    film.waiting.pop();
    film.take(`${at(courses, node)}做完，时刻 ${time}`, node);
  };
  for (const node of [start, ...range(courses.length)]) if (film.first[node] === undefined) visit(node);
  film.take('全部做完');
}

/** All frames; the search begins at `start`, DFS then takes the nodes that are left, in order. */
export function walk(state: WalkState): Frame[] {
  const film = new Film();
  if (state.method === 'bfs') breadthFirst(film, state);
  else depthFirst(film, state);
  return film.frames;
}

/** After a whole DFS: the nodes by falling finishing time, a topological order; `undefined` when there is a cycle. */
export function topologicalOrder({ finished, kinds }: Frame): number[] | undefined {
  return kinds.includes('back') ? undefined : finished.toReversed();
}
