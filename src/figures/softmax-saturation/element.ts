import { slider, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, listOf, oneOf, real, record } from '../kit/parse.ts';
import { ownRow, threeScores, type SaturationState } from './model.ts';
import { softmaxSaturationSvg, tell } from './view.ts';

/** The slider runs over powers of two, so that every step changes the picture about as much. */
const powers = { max: 10 };

export const figure = defineFigure<SaturationState>({
  name: 'softmax-saturation',
  title: '键维与 softmax 的饱和',
  chapter: 'llm/transformer/self-attention',
  initial: threeScores,
  parse: record<SaturationState>({
    scores: listOf(real(-4, 4), 3, 3),
    dimensions: listOf(oneOf(...threeScores.dimensions), 4, 4),
    dimension: integer(1, 2 ** powers.max),
    scaled: flag,
  }),
  view: softmaxSaturationSvg,
  controls: ({ scores, dimension, scaled }) =>
    slider({ act: 'dimension', label: '末行的键维', min: 0, max: powers.max, value: Math.log2(dimension), shown: String(dimension) }) +
    toggle({ act: 'scaled', label: '末行先除以 √d_k', on: scaled }) +
    scores.map((score, index) =>
      slider({ act: `score:${index}`, label: `分数 ${index + 1}`, min: -4, max: 4, step: 0.1, value: score, shown: score.toFixed(1) })).join(''),
  update(state, { name, at: [index], value }) {
    if (name === 'dimension') return { ...state, dimension: Math.round(2 ** Number(value)) };
    if (name === 'scaled') return { ...state, scaled: value === 'on' };
    if (name === 'score') return { ...state, scores: state.scores.map((old, i) => (i === index ? Number(value) : old)) };
    return state;
  },
  announce: (state) => `末行${state.scaled ? '先缩放' : '不缩放'}：${tell(ownRow(state))}。`,
});
