import { choice, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, real, record } from '../kit/parse.ts';
import { headVote, words, type HeadVoteState } from './model.ts';
import { drawHeadVote } from './view.ts';

const row = (weights: readonly number[]): string => weights.map((weight) => weight.toFixed(4)).join('、');

export const figure = defineFigure<HeadVoteState>({
  name: 'head-vote',
  title: '两个头各说各的，一个头只能折中',
  chapter: 'llm/transformer/multi-head-attention',
  initial: { word: 1, sharpness: 1 },
  parse: record({ word: integer(0, words.length - 1), sharpness: real(0, 8) }),
  view: drawHeadVote,
  controls: ({ word, sharpness }) =>
    choice({ act: 'word', label: '谁在看', options: words.map((name, i) => [i, name] as const), value: word }) +
    slider({ act: 'sharpness', label: '头 2 的分数乘以', min: 0, max: 8, step: 0.5, value: sharpness }),
  update(state, { name, value }) {
    if (name === 'word') return { ...state, word: Number(value) };
    if (name === 'sharpness') return { ...state, sharpness: Number(value) };
    return state;
  },
  announce(state) {
    const { first, second, single } = headVote(state);
    return `「${words[state.word] ?? ''}」看三个词的权重，头 1：${row(first)}；头 2：${row(second)}；单头：${row(single)}。`;
  },
});
