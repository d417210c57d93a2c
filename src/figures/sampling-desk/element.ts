import { button, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { replaced } from '../kit/numbers.ts';
import { integer, listOf, real, record } from '../kit/parse.ts';
import { distribution, entropy, initialState, words, type SamplingState } from './model.ts';
import { drawSamplingDesk, tell } from './view.ts';

export const figure = defineFigure<SamplingState>({
  name: 'sampling-desk',
  title: '采样台：温度、top-k 与 top-p',
  chapter: 'llm/pretrained/nano-gpt',
  initial: initialState,
  parse: record<SamplingState>({
    logits: listOf(real(-5, 5), words.length, words.length), temperature: real(0.1, 3),
    topK: integer(1, words.length), topP: real(0.05, 1), seed: integer(0, 999),
  }),
  view: drawSamplingDesk,
  controls: ({ logits, temperature, topK, topP }) =>
    slider({ act: 'temperature', label: '温度', min: 0.1, max: 3, step: 0.1, value: temperature, shown: temperature.toFixed(1) }) +
    slider({ act: 'topK', label: 'top-k', min: 1, max: words.length, value: topK }) +
    slider({ act: 'topP', label: 'top-p', min: 0.05, max: 1, step: 0.05, value: topP, shown: topP.toFixed(2) }) +
    button({ act: 'again', label: '再抽一百次' }) +
    slider({ act: 'logit:0', label: `「${words[0]}」的分数`, min: -5, max: 5, step: 0.1, value: logits[0] ?? 0, shown: (logits[0] ?? 0).toFixed(1) }),
  update(state, { name, at: [index = 0], value }) {
    if (name === 'temperature' || name === 'topK' || name === 'topP') return { ...state, [name]: Number(value) };
    if (name === 'logit') return { ...state, logits: replaced(state.logits, index, Number(value)) };
    return name === 'again' ? { ...state, seed: (state.seed + 1) % 1000 } : state;
  },
  announce(state) {
    const { kept, final } = distribution(state);
    return `剩 ${kept.filter(Boolean).length} 个词：${tell(state)}；熵 ${entropy(final).toFixed(2)} 比特。`;
  },
});
