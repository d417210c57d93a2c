import { button, choice } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, real, record } from '../kit/parse.ts';
import { moved, type Point } from '../kit/plane.ts';
import { initialState, lastStep, most, rounds, side, startingCenters, withCenter, type KMeansState } from './model.ts';
import { drawKMeans, plane, tell } from './view.ts';

const point = (json: unknown): Point | undefined => {
  const pair = listOf(real(0, side), 2, 2)(json);
  return pair === undefined ? undefined : [pair[0] ?? 0, pair[1] ?? 0];
};

export const figure = defineFigure<KMeansState>({
  name: 'k-means',
  title: 'K-means 一步一步',
  chapter: 'ml/unsupervised/k-means',
  initial: initialState,
  parse: record<KMeansState>({ seed: integer(0, 999), start: integer(0, 999), centers: listOf(point, 1, most), step: integer(0, lastStep + 2) }),
  view: drawKMeans,
  controls: ({ centers }) =>
    choice({ act: 'k', label: 'k', options: [1, 2, 3, 4].map((k) => [k, String(k)] as const), value: centers.length }) +
    button({ act: 'restart', label: '换一批起点' }) + button({ act: 'data', label: '换一组点' }),
  update(state, { name, at: [index = 0], value, move }) {
    const from = state.centers[index];
    if (name === 'center' && move !== undefined && from !== undefined) return withCenter(state, index, moved(plane, from, move, 0.25));
    const seed = name === 'data' ? (state.seed + 1) % 1000 : state.seed;
    const start = name === 'restart' ? (state.start + 1) % 1000 : state.start;
    const k = name === 'k' ? Number(value) : state.centers.length;
    return ['k', 'data', 'restart'].includes(name) ? { seed, start, centers: startingCenters(seed, start, k), step: 0 } : state;
  },
  announce: tell,
  player: {
    count: (state) => rounds(state).length,
    step: (state) => Math.min(state.step, rounds(state).length - 1),
    go: (state, step) => ({ ...state, step }),
  },
});
