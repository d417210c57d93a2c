import { picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { filmOf, shownAt, type FilmState } from './model.ts';
import { drawClozeFilm } from './view.ts';

/** In a file of its own, so that the page fetches it only when the figure comes near. */
const { default: raw } = await import('../../../content/llm/pretrained/bert-reproduction/film.json');
const film = filmOf(raw);

export const figure = defineFigure<FilmState>({
  name: 'cloze-film',
  title: '填空录像',
  chapter: 'llm/pretrained/bert-reproduction',
  /** The last checkpoint: the answer of the chapter's opening question. */
  initial: { frame: film.frames.length - 1, question: 0 },
  parse: record({ frame: integer(0, film.frames.length - 1), question: integer(0, film.questions.length - 1) }),
  view: (state) => drawClozeFilm(film, state),
  controls: ({ question }) =>
    picker({ act: 'question', label: '题目', options: film.questions.map(({ text }, index) => [index, text.replaceAll(' ', '')] as const), value: question }),
  update: (state, { name, value }) => (name === 'question' ? { ...state, question: Number(value) } : state),
  announce(state) {
    const { step, loss, guesses } = shownAt(film, state);
    return `训练 ${step} 步：损失 ${loss.toFixed(3)}，空里填 ${guesses.map(([word, probability]) => `${word} ${probability.toFixed(3)}`).join('，')}。`;
  },
  player: {
    count: () => film.frames.length,
    step: ({ frame }) => frame,
    go: (state, frame) => ({ ...state, frame }),
    name: (_state, frame) => `训练 ${film.frames[frame]?.step ?? 0} 步`,
  },
});
