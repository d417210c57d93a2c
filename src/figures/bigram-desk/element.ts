import { button, picker, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, real, record, type Parser } from '../kit/parse.ts';
import { draw, finished, initialState, knows, longest, rowOf, starts, strengths, written, type DeskState } from './model.ts';
import { called, drawBigramDesk, strength, tell } from './view.ts';

const { default: follow } = await import('../../../content/python/day15-capstone/follow.json');

const line: Parser<string> = (json) =>
  (typeof json === 'string' && json.length >= 1 && json.length <= longest && [...json].every((char) => knows(follow, char)) ? json : undefined);

export const figure = defineFigure<DeskState>({
  name: 'bigram-desk',
  title: '二元模型写诗台',
  chapter: 'python/day15-capstone',
  initial: initialState,
  parse: record<DeskState>({ line, k: integer(0, strengths.length - 1), temperature: real(0.2, 2), seed: integer(0, 999) }),
  view: (state) => drawBigramDesk(follow, state),
  controls: (state) =>
    button({ act: 'next', label: '抽一个字', disabled: finished(state) }) +
    button({ act: 'again', label: '换一次运气，重写' }) +
    picker({ act: 'start', label: '开头', value: state.line.charAt(0), options: starts.map((char) => [char, called(char)] as const) }) +
    slider({ act: 'k', label: '加 k', min: 0, max: strengths.length - 1, value: state.k, shown: strength(state) }) +
    slider({ act: 'temperature', label: '温度', min: 0.2, max: 2, step: 0.1, value: state.temperature, shown: state.temperature.toFixed(1) }),
  update(state, { name, at: [index = 0], value }) {
    if (name === 'next' && !finished(state)) return written(state, draw(follow, state));
    if (name === 'take') return written(state, rowOf(follow, state).seen[index]?.char ?? '');
    if (name === 'again') return { ...state, line: state.line.charAt(0), seed: (state.seed + 1) % 1000 };
    if (name === 'start') return { ...state, line: value };
    return name === 'k' || name === 'temperature' ? { ...state, [name]: Number(value) } : state;
  },
  announce: (state) => tell(follow, state),
});
