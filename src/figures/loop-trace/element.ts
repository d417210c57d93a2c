import { choice, picker, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record, type Parser } from '../kit/parse.ts';
import { accepts, examples, initialState, programs, type Program, type TraceState } from './model.ts';
import { drawLoopTrace, frames, shownStep, tell } from './view.ts';

const fields = record<TraceState>({
  program: oneOf(...programs), input: (json) => (typeof json === 'string' ? json : undefined), step: integer(0, 120),
});

/** A state whose input its program can take. */
const parse: Parser<TraceState> = (json) => {
  const state = fields(json);
  return state !== undefined && accepts(state.program, state.input) ? state : undefined;
};

const labels: Readonly<Record<Program, string>> = { base: '输入 n（0 到 99999）', prime: '输入 n（2 到 999）', command: '输入命令（至多 16 个字）' };

export const figure = defineFigure<TraceState>({
  name: 'loop-trace',
  title: '一行一行地执行',
  chapter: 'python/day04-conditionals-loops',
  initial: initialState,
  parse,
  view: drawLoopTrace,
  controls: ({ program, input }) =>
    choice({ act: 'program', label: '程序', options: [['base', '七进制'], ['prime', '素数'], ['command', '命令']], value: program }) +
    picker({
      act: 'input', label: '例子', value: input,
      options: [...new Set([...examples[program], input])].map((words) => [words, words === '' ? '（空）' : words] as const),
    }) +
    textField({ act: 'input', label: labels[program], value: input }),
  update(state, { name, value }) {
    if (name === 'program' && value !== state.program) {
      const program = programs.find((known) => known === value) ?? state.program;
      return { program, input: examples[program][0] ?? '', step: 0 };
    }
    return name === 'input' && value !== state.input && accepts(state.program, value) ? { ...state, input: value, step: 0 } : state;
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => `第 ${(frames(state)[step]?.line ?? 0) + 1} 行`,
  },
});
