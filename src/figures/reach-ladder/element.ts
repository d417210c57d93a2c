import { slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { ladders, openingLadder, type LadderState } from './model.ts';
import { reachLadderSvg, tell } from './view.ts';

const sizes = { min: 2, max: 24 };
const kernels = { min: 2, max: 6 };

export const figure = defineFigure<LadderState>({
  name: 'reach-ladder',
  title: '消息传过去要几步',
  chapter: 'llm/transformer/paper-overview',
  initial: openingLadder,
  parse: record<LadderState>({ size: integer(sizes.min, sizes.max), kernel: integer(kernels.min, kernels.max) }),
  view: reachLadderSvg,
  controls: ({ size, kernel }) =>
    slider({ act: 'size', label: '词数', ...sizes, value: size }) +
    slider({ act: 'kernel', label: '卷积核宽 k', ...kernels, value: kernel }),
  update(state, { name, value }) {
    return name === 'size' || name === 'kernel' ? { ...state, [name]: Number(value) } : state;
  },
  announce: (state) => `${state.size} 个词，核宽 ${state.kernel}：${ladders(state).map(tell).join('，')}。`,
});
