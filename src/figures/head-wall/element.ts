import { button, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, record } from '../kit/parse.ts';
import { headName, headWall, sentences, toggled, type HeadWallState, type Written } from './model.ts';
import { drawHeadWall } from './view.ts';

/** In a file of its own, so that the page fetches it only when the figure comes near. */
const { default: weights } = await import('../../../content/llm/transformer/translator/weights.json');
const { heads } = weights.config;

const words = (written: readonly Written[]): string => written.map(({ word }) => word).join(' ');

export const figure = defineFigure<HeadWallState>({
  name: 'head-wall',
  title: '关掉几个头，译文变不变',
  chapter: 'llm/transformer/multi-head-attention',
  initial: { sentence: 0, off: [7] },
  parse: record({ sentence: integer(0, sentences.length - 1), off: listOf(integer(0, 7), 0, 8) }),
  view: (state) => drawHeadWall(state, headWall(weights, state)),
  controls: ({ sentence }) =>
    picker({ act: 'sentence', label: '句子', options: sentences.map((source, i) => [i, source.join(' ')] as const), value: sentence }) +
    button({ act: 'all-on', label: '全部打开' }),
  update(state, { name, at, value }) {
    if (name === 'sentence') return { ...state, sentence: Number(value) };
    if (name === 'all-on') return { ...state, off: [] };
    if (name === 'head' && at[0] !== undefined) return { ...state, off: toggled(state.off, at[0]) };
    return state;
  },
  announce(state) {
    const { intact, altered } = headWall(weights, state);
    if (state.off.length === 0) return `八个头全开，译文 ${words(intact)}。点一个头就关掉它。`;
    const names = state.off.map((index) => headName(index, heads)).join('、');
    const same = words(intact) === words(altered);
    return `关掉${names}：译文 ${words(altered)}，${same ? '没有变' : `原来是 ${words(intact)}`}。`;
  },
});
