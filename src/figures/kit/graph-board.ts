/** Nodes and edges: graphs, and trees as graphs whose places follow from their shape. States show by colour and by mark. */

import { acting, arrow, cells, element, text } from './svg.ts';

export type Spot = readonly [number, number];

export interface GraphNode {
  readonly label: string;
  readonly at: Spot;
  readonly tone: string;
  readonly share?: number;
  /** Small words below the node, or above it: a distance, times. */
  readonly note?: string;
  readonly noteAbove?: boolean;
  /** A second circle round it: the node that is looked at. */
  readonly ring?: boolean;
  /** Makes it pressable; `says` is its spoken name. */
  readonly act?: string;
  readonly says?: string;
}

export interface GraphEdge {
  /** Places in the list of nodes. */
  readonly from: number;
  readonly to: number;
  readonly directed?: boolean;
  readonly className?: string;
  /** Dashed: the reader took it away. */
  readonly absent?: boolean;
  /** Small words in its middle. */
  readonly label?: string;
  readonly act?: string;
  readonly says?: string;
  readonly pressed?: boolean;
}

const radiusOf = (size: number): number => Math.round(size * 1.35);

function drawNode({ label, at: [cx, cy], tone, share = 0.4, note = '', noteAbove = false, ring = false, act, says = label }: GraphNode, index: number, size: number): string {
  const r = radiusOf(size);
  const picture = element('circle', { cx, cy, r, class: 'fig-cell fig-surface' }) +
    element('circle', { cx, cy, r, class: `fig-cell ${tone}`, 'fill-opacity': share }) +
    text(label, cx, cy, { className: 'fig-text', size }) +
    (ring ? element('circle', { cx, cy, r: r + 4, class: 'fig-ring' }) : '') +
    (note === '' ? '' : text(note, cx, noteAbove ? cy - r - 12 : cy + r + 13, { className: 'fig-muted fig-mono', size: 12 }));
  return act === undefined ? picture : element('g', acting(act, { label: says, cell: [0, index] }), picture);
}

/** A line that ends at the rims of both nodes, and a wide band under it for the finger. */
function drawEdge(edge: GraphEdge, [x1, y1]: Spot, [x2, y2]: Spot, index: number, size: number): string {
  const { directed = false, className = 'fig-line', absent = false, label = '', act, says = '', pressed } = edge;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const r = radiusOf(size) + (directed ? 2 : 0);
  const round = (value: number): number => Math.round(value * 100) / 100;
  const ends = [x1 + ux * r, y1 + uy * r, x2 - ux * r, y2 - uy * r].map(round) as [number, number, number, number];
  const [fromX, fromY, toX, toY] = ends;
  const through = (...spots: readonly Spot[]): string => `M${spots.map((spot) => spot.map(round).join()).join('L')}`;
  const line = directed && !absent ? arrow(...ends, className)
    : element('path', { class: className, d: through([fromX, fromY], [toX, toY]), 'stroke-dasharray': absent ? '2 6' : undefined });
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const words = label === '' ? '' : element('rect', { x: mx - 9, y: my - 9, width: 18, height: 18, rx: 9, class: 'fig-surface' }) + text(label, mx, my, { className: 'fig-strong', size: 12 });
  if (act === undefined) return line + words;
  const [px, py] = [-uy * 16, ux * 16];
  const band = `${through([fromX + px, fromY + py], [toX + px, toY + py], [toX - px, toY - py], [fromX - px, fromY - py])}Z`;
  return element('g', acting(act, { label: says, cell: [0, index], ...(pressed === undefined ? {} : { pressed }) }),
    element('path', { d: band, class: 'fig-cell fig-band' }), line, words);
}

/** Edges below, nodes above. Pressable ones are one stop in the tab order each, under the given names. */
export function graphBoard(nodes: readonly GraphNode[], edges: readonly GraphEdge[], { size = 14, nodeName = '结点', edgeName = '边' }: {
  readonly size?: number;
  readonly nodeName?: string;
  readonly edgeName?: string;
} = {}): string {
  const group = (name: string, list: readonly string[], acts: boolean): string => (acts ? cells(name, list) : list.join(''));
  const lines = edges.flatMap((edge, index) => {
    const [from, to] = [nodes[edge.from], nodes[edge.to]];
    return from === undefined || to === undefined ? [] : [drawEdge(edge, from.at, to.at, index, size)];
  });
  return group(edgeName, lines, edges.some(({ act }) => act !== undefined)) +
    group(nodeName, nodes.map((node, index) => drawNode(node, index, size)), nodes.some(({ act }) => act !== undefined));
}

/** Places of a complete binary tree, in level order: children 2i + 1 and 2i + 2 below their parent. */
export function treeSpots(count: number, { x, y, width, level = 48 }: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** From one level to the next. */
  readonly level?: number;
}): Spot[] {
  return Array.from({ length: count }, (_node, index): Spot => {
    const depth = Math.floor(Math.log2(index + 1));
    return [x + ((index + 1 - 2 ** depth + 0.5) * width) / 2 ** depth, y + depth * level];
  });
}

/** The edges of that tree. */
export const treeEdges = (count: number): GraphEdge[] =>
  Array.from({ length: Math.max(0, count - 1) }, (_edge, index) => ({ from: Math.floor(index / 2), to: index + 1 }));
