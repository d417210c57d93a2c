import { button, picker } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { rememberLast } from '../kit/memo.ts';
import { integer, listOf, record } from '../kit/parse.ts';
import { cloze, pressed, sentences, type ClozeState } from './model.ts';
import { drawCloze } from './view.ts';

/** In files of their own, so that the page fetches them only when the figure comes near. */
const [{ default: left }, { default: right }, { default: both }] = await Promise.all([
  import('../../../content/llm/pretrained/bert/left.json'),
  import('../../../content/llm/pretrained/bert/right.json'),
  import('../../../content/llm/pretrained/bert/both.json'),
]);

const solve = rememberLast((state: ClozeState) => cloze({ left, right, both }, state), JSON.stringify);
const last = Math.max(...sentences.map((words) => words.length)) - 1;
const state = record<ClozeState>({
  sentence: integer(0, sentences.length - 1), blanks: listOf(integer(0, last), 0, last + 1), focus: integer(0, last),
});
const within = ({ sentence, blanks, focus }: ClozeState): boolean =>
  [...blanks, focus].every((place) => place < (sentences[sentence]?.length ?? 0));

export const figure = defineFigure<ClozeState>({
  name: 'cloze-desk',
  title: '遮住一个词，看三种读法怎样填',
  chapter: 'llm/pretrained/bert',
  initial: { sentence: 0, blanks: [5], focus: 5 },
  parse: (json) => {
    const read = state(json);
    return read !== undefined && within(read) ? read : undefined;
  },
  view: (current) => drawCloze(current, solve(current)),
  controls: ({ sentence }) =>
    picker({ act: 'sentence', label: '句子', options: sentences.map((words, i) => [i, words.join(' ')] as const), value: sentence }) +
    button({ act: 'open', label: '全部露出' }),
  update(current, { name, at, value }) {
    if (name === 'sentence') {
      const animal = sentences[Number(value)]?.findIndex((word) => '猫狗鸭鱼'.includes(word)) ?? 0;
      return { sentence: Number(value), blanks: [animal], focus: animal };
    }
    if (name === 'open') return { ...current, blanks: [] };
    if (name === 'word' && at[0] !== undefined) return pressed(current, at[0]);
    return current;
  },
  announce(current) {
    const { answer, truth } = solve(current);
    const given = (key: keyof typeof truth): string => truth[key].toFixed(3);
    const place = current.blanks.includes(current.focus) ? '遮住的词' : '没有遮的词';
    return `${place}是「${answer}」：只看左边给它 ${given('left')}，只看右边 ${given('right')}，两边都看 ${given('both')}。`;
  },
});
