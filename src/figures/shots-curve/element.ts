import { slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { initialState, longest, type ShotsState } from './model.ts';
import { drawShotsCurve, tell } from './view.ts';

export const figure = defineFigure<ShotsState>({
  name: 'shots-curve',
  title: '例子越多，答对越多',
  chapter: 'llm/pretrained/gpt-series',
  initial: initialState,
  parse: record<ShotsState>({ shots: integer(0, longest) }),
  view: drawShotsCurve,
  controls: ({ shots }) => slider({ act: 'shots', label: '上下文里的例子', min: 0, max: longest, value: shots, shown: `${shots} 个` }),
  update: (state, { name, value }) => (name === 'shots' ? { shots: Number(value) } : state),
  announce: (state) => `${tell(state)}。`,
});
