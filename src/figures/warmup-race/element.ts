import { slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record, type Parser } from '../kit/parse.ts';
import { spread, stride, type Norm, type WarmupRaceState } from './model.ts';
import { drawWarmupRace } from './view.ts';

/** In a file of its own, so that the page fetches it only when the figure comes near. */
const { default: race } = await import('../../../content/llm/transformer/architecture/warmup.json');
const { steps } = race.config;

const stepNumber: Parser<number> = (json) => {
  const step = integer(stride, steps)(json);
  return step !== undefined && step % stride === 0 ? step : undefined;
};

export const figure = defineFigure<WarmupRaceState>({
  name: 'warmup-race',
  title: '有预热与没有预热',
  chapter: 'llm/transformer/architecture',
  initial: { step: steps },
  parse: record<WarmupRaceState>({ step: stepNumber }),
  view: (state) => drawWarmupRace(race, state),
  controls: ({ step }) => slider({ act: 'step', label: '训练到第几步', min: stride, max: steps, step: stride, value: step }),
  update: (state, { name, value }) => (name === 'step' ? { step: Number(value) } : state),
  announce(state) {
    const worst = (norm: Norm, warmup: boolean): string => spread(race, state, norm, warmup)[1].toFixed(3);
    return `第 ${state.step} 步，五个种子里最高的损失：后归一化无预热 ${worst('post', false)}、有预热 ${worst('post', true)}；`
      + `前归一化无预热 ${worst('pre', false)}、有预热 ${worst('pre', true)}。`;
  },
});
