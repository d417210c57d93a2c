import { button, choice, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { replaced, signed } from '../kit/numbers.ts';
import { integer, listOf, real, record } from '../kit/parse.ts';
import { classes, crossEntropy, initialState, stepped, type LossState } from './model.ts';
import { drawLossDesk } from './view.ts';

export const figure = defineFigure<LossState>({
  name: 'loss-desk',
  title: 'softmax 与交叉熵',
  chapter: 'dl/foundations/activations-losses-init',
  initial: initialState,
  parse: record<LossState>({ logits: listOf(real(-8, 8), 3, 3), truth: integer(0, 2), smoothing: real(0, 0.5) }),
  view: drawLossDesk,
  controls: ({ logits, truth, smoothing }) =>
    logits.map((logit, i) => slider({ act: `logit:${i}`, label: `${classes[i] ?? ''}的分数`, min: -8, max: 8, step: 0.1, value: logit, shown: signed(logit, 1) })).join('') +
    choice({ act: 'truth', label: '正确答案', options: classes.map((name, i) => [i, name] as const), value: truth }) +
    slider({ act: 'smoothing', label: '标签平滑', min: 0, max: 0.5, step: 0.05, value: smoothing, shown: smoothing.toFixed(2) }) +
    button({ act: 'step', label: '沿梯度走一步' }),
  update(state, { name, at: [index = 0], value }) {
    if (name === 'logit') return { ...state, logits: replaced(state.logits, index, Number(value)) };
    if (name === 'truth' || name === 'smoothing') return { ...state, [name]: Number(value) };
    return name === 'step' ? stepped(state) : state;
  },
  announce(state) {
    const { probabilities, loss, gradient } = crossEntropy(state);
    return `概率 ${probabilities.map((p) => p.toFixed(3)).join('、')}，损失 ${loss.toFixed(3)}，梯度 ${gradient.map((g) => signed(g, 3)).join('、')}。`;
  },
});
