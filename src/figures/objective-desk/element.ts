import { button, choice } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, oneOf, record } from '../kit/parse.ts';
import { initialState, layOut, mostHidden, objectives, tally, toggled, words, type DeskState, type Objective } from './model.ts';
import { drawObjectives, names } from './view.ts';

const read = record<DeskState>({
  objective: oneOf(...objectives), hidden: listOf(integer(0, words.length - 1), 1, mostHidden), shuffle: integer(0, 99),
});
const rising = (list: readonly number[]): boolean => list.every((place, index) => index === 0 || place > (list[index - 1] ?? -1));

/** What sets the objective apart, in a sentence. */
const remarks: Readonly<Record<Objective, string>> = {
  mlm: '几个空各答各的，互相看不见答案。',
  causal: '每个词都是题，只许看左边，所以不用藏。',
  permutation: '后答的看得见先答的，句子本身没有动。',
  detection: '每个词都要答真假；碰巧填对的算真。',
  span: '一段换成一个哨兵，答案由解码器逐词写出。',
};

export const figure = defineFigure<DeskState>({
  name: 'objective-desk',
  title: '一句话，五种出题法',
  chapter: 'llm/pretrained/bert-family',
  initial: initialState,
  parse: (json) => {
    const state = read(json);
    return state !== undefined && rising(state.hidden) ? state : undefined;
  },
  view: drawObjectives,
  controls: ({ objective }) =>
    choice({ act: 'objective', label: '目标', options: objectives.map((name) => [name, names[name]] as const), value: objective }) +
    (objective === 'permutation' ? button({ act: 'shuffle', label: '换一个次序' }) : ''),
  update(state, { name, at, value }) {
    if (name === 'objective') return { ...state, objective: objectives.find((known) => known === value) ?? state.objective };
    if (name === 'shuffle') return { ...state, shuffle: (state.shuffle + 1) % 100 };
    if (name === 'word' && at[0] !== undefined && state.objective !== 'causal') return toggled(state, at[0]);
    return state;
  },
  announce(state) {
    const desk = layOut(state);
    const { losses, visible, cells } = tally(desk);
    return `${names[state.objective]}：${desk.read.length} 个位置里 ${losses} 个产生损失，${cells} 格里 ${visible} 格可见。${remarks[state.objective]}`;
  },
});
