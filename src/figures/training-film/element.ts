import { choice } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { frameOf, lossAt, type FilmState } from './model.ts';
import { drawTrainingFilm } from './view.ts';

/** In a file of its own, so that the page fetches it only when the figure comes near. */
const { default: film } = await import('../../../content/llm/transformer/reproduction/film.json');

export const figure = defineFigure<FilmState>({
  name: 'training-film',
  title: '训练录像',
  chapter: 'llm/transformer/reproduction',
  /** Step 50: the first right translation, while the weights are still almost even. */
  initial: { frame: 5, layer: 1 },
  parse: record({ frame: integer(0, film.frames.length - 1), layer: integer(0, 1) }),
  view: (state) => drawTrainingFilm(film, state),
  controls: ({ layer }) => choice({ act: 'layer', label: '解码器', options: [[0, '第 1 层'], [1, '第 2 层']], value: layer }),
  update: (state, { name, value }) => (name === 'layer' ? { ...state, layer: Number(value) } : state),
  announce(state) {
    const frame = frameOf(film, state);
    return `训练 ${frame.step} 步：损失 ${lossAt(film, frame.step).toFixed(4)}，译文 ${frame.words.join(' ')}，100 句里译对 ${frame.exact} 句。`;
  },
  player: {
    count: () => film.frames.length,
    step: ({ frame }) => frame,
    go: (state, frame) => ({ ...state, frame }),
    name: (_state, frame) => `训练 ${film.frames[frame]?.step ?? 0} 步`,
  },
});
