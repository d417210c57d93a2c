import { picker, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { at } from '../kit/numbers.ts';
import { integer, real, record } from '../kit/parse.ts';
import { initialState, type PoemState } from './model.ts';
import { called, drawPoemDesk, tell } from './view.ts';

const { default: { prefixes } } = await import('../../../content/llm/pretrained/nano-gpt/next.json');

export const figure = defineFigure<PoemState>({
  name: 'poem-desk',
  title: '三把剪子：top-k、top-p 与 min-p',
  chapter: 'llm/pretrained/nano-gpt',
  initial: initialState,
  parse: record<PoemState>({
    prefix: integer(0, prefixes.length - 1), temperature: real(0.2, 2), topK: integer(1, 100), topP: real(0.05, 1), minP: real(0, 1),
  }),
  view: (state) => drawPoemDesk(at(prefixes, state.prefix), state),
  controls: ({ prefix, temperature, topK, topP, minP }) =>
    picker({ act: 'prefix', label: '前文', options: prefixes.map((next, index) => [index, called(next)] as const), value: prefix }) +
    slider({ act: 'temperature', label: '温度', min: 0.2, max: 2, step: 0.1, value: temperature, shown: temperature.toFixed(1) }) +
    slider({ act: 'topK', label: 'top-k', min: 1, max: 100, value: topK }) +
    slider({ act: 'topP', label: 'top-p', min: 0.05, max: 1, step: 0.05, value: topP, shown: topP.toFixed(2) }) +
    slider({ act: 'minP', label: 'min-p', min: 0, max: 1, step: 0.05, value: minP, shown: minP.toFixed(2) }),
  update: (state, { name, value }) => (name in state ? { ...state, [name]: Number(value) } : state),
  announce: (state) => `${called(at(prefixes, state.prefix))}之后：${tell(at(prefixes, state.prefix), state)}。`,
});
