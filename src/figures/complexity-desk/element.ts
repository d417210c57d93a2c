import { slider, toggle } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, integer, record } from '../kit/parse.ts';
import { deskRows, openingDesk, type DeskState } from './model.ts';
import { complexityDeskSvg, tell } from './view.ts';

const powers = { n: 16, d: 13, r: 16 };
const kernels = { min: 2, max: 9 };

export const figure = defineFigure<DeskState>({
  name: 'complexity-desk',
  title: '四种层的账单',
  chapter: 'llm/transformer/paper-overview',
  initial: openingDesk,
  parse: record<DeskState>({
    logN: integer(0, powers.n),
    logD: integer(0, powers.d),
    kernel: integer(kernels.min, kernels.max),
    logR: integer(1, powers.r),
    whole: flag,
  }),
  view: complexityDeskSvg,
  controls: ({ logN, logD, kernel, logR, whole }) =>
    slider({ act: 'logN', label: '词数 n', min: 0, max: powers.n, value: logN, shown: String(2 ** logN) }) +
    slider({ act: 'logD', label: '维数 d', min: 0, max: powers.d, value: logD, shown: String(2 ** logD) }) +
    slider({ act: 'kernel', label: '卷积核宽 k', ...kernels, value: kernel }) +
    slider({ act: 'logR', label: '受限窗口 r', min: 1, max: powers.r, value: logR, shown: String(2 ** logR) }) +
    toggle({ act: 'whole', label: '数全所有矩阵乘法（循环取 LSTM）', on: whole }),
  update(state, { name, value }) {
    if (name === 'whole') return { ...state, whole: value === 'on' };
    if (name === 'logN' || name === 'logD' || name === 'kernel' || name === 'logR') return { ...state, [name]: Number(value) };
    return state;
  },
  announce: (state) => `${deskRows(state).map(tell).join('；')}。`,
});
