import { button, choice, row } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { flag, listOf, oneOf, record } from '../kit/parse.ts';
import { diagnose, fills, fillText, presets, toggled, type LabState } from './lab.ts';
import { causal, initialState } from './model.ts';
import { drawMaskGrid } from './view.ts';

const scores = initialState.panels[0]?.scores ?? [];
const same = (a: LabState['blocked'], b: LabState['blocked']): boolean => String(a) === String(b);

export const figure = defineFigure<LabState>({
  name: 'mask-grid',
  title: '掩码实验台',
  chapter: 'llm/transformer/masks',
  initial: { blocked: causal(4), fill: '-inf', how: 'replace', precision: 'fp32' },
  parse: record<LabState>({
    blocked: listOf(listOf(flag, 4, 4), 4, 4),
    fill: oneOf(...fills),
    how: oneOf('replace', 'add'),
    precision: oneOf('fp32', 'fp16'),
  }),
  view: (state) => drawMaskGrid(initialState, state),
  controls: ({ blocked, fill, how, precision }) =>
    row('图样', ...presets.map((preset, index) =>
      button({ act: `preset:${index}`, label: preset.name, pressed: same(preset.blocked, blocked) }))) +
    choice({ act: 'fill', label: '填什么', options: fills.map((name) => [name, fillText[name]] as const), value: fill }) +
    choice({ act: 'how', label: '怎么填', options: [['replace', '换掉分数'], ['add', '加到分数上']], value: how }) +
    choice({ act: 'precision', label: '精度', options: [['fp32', 'fp32'], ['fp16', 'fp16']], value: precision }),
  update(state, { name, at: [i = 0, j = 0], value }) {
    if (name === 'cell') return { ...state, blocked: toggled(state.blocked, i, j) };
    if (name === 'preset') return { ...state, blocked: presets[i]?.blocked ?? state.blocked };
    if (name === 'fill') return { ...state, fill: value as LabState['fill'] };
    if (name === 'how') return { ...state, how: value as LabState['how'] };
    if (name === 'precision') return { ...state, precision: value as LabState['precision'] };
    return state;
  },
  announce: (state) => diagnose(scores, state),
});
