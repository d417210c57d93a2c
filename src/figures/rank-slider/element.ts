import { choice, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { initialState, pictureNames, sideOf, type RankSliderState } from './model.ts';
import { drawRankSlider, tell, words } from './view.ts';

const read = record<RankSliderState>({ picture: oneOf(...pictureNames), k: integer(0, 12) });

export const figure = defineFigure<RankSliderState>({
  name: 'rank-slider',
  title: '秩 k 的近似',
  chapter: 'data/numpy/matrix-operations',
  initial: initialState,
  parse(json) {
    const state = read(json);
    return state !== undefined && state.k <= sideOf(state.picture) ? state : undefined;
  },
  view: drawRankSlider,
  controls: ({ picture, k }) =>
    choice({ act: 'picture', label: '图', options: pictureNames.map((name) => [name, words[name]] as const), value: picture })
    + slider({ act: 'k', label: '留几个奇异值', min: 0, max: sideOf(picture), value: k, shown: `k = ${k}` }),
  update(state, { name, at: [place = 1], value }) {
    if (name === 'picture') {
      const picture = pictureNames.find((one) => one === value) ?? state.picture;
      return { picture, k: Math.min(state.k, sideOf(picture)) };
    }
    if (name === 'k') return { ...state, k: Number(value) };
    return name === 'keep' ? { ...state, k: place } : state;
  },
  announce: tell,
});
