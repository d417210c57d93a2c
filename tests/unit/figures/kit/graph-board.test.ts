import { expect, test } from 'vitest';
import { graphBoard, treeEdges, treeSpots } from '../../../../src/figures/kit/graph-board.ts';

const nodes = [{ label: 'A', at: [0, 0] as const, tone: 'fig-query' }, { label: 'B', at: [100, 0] as const, tone: 'fig-key' }];

test('a line ends at the rims of its nodes', () => {
  expect(graphBoard(nodes, [{ from: 0, to: 1 }], { size: 20 })).toContain('d="M27,0L73,0"');
});

test('what acts stands in a grid of its own; the edges lie below the nodes', () => {
  const svg = graphBoard(nodes.map((node, index) => ({ ...node, act: `pick:${index}` })), [{ from: 0, to: 1, act: 'edge:0', says: '边', pressed: true }]);
  expect(svg.indexOf('data-cells="边"')).toBeLessThan(svg.indexOf('data-cells="结点"'));
  expect(svg).toContain('data-act="edge:0" data-label="边" data-cell="0,0" data-pressed="true"');
  expect(graphBoard(nodes, [])).not.toContain('data-cells');
});

test('a tree puts parents above the middle of their children', () => {
  const spots = treeSpots(7, { x: 0, y: 0, width: 80 });
  expect(spots).toEqual([[40, 0], [20, 48], [60, 48], [10, 96], [30, 96], [50, 96], [70, 96]]);
  expect(treeEdges(5).map(({ from, to }) => [from, to])).toEqual([[0, 1], [0, 2], [1, 3], [1, 4]]);
  expect(treeEdges(0)).toEqual([]);
});
