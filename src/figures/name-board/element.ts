import { picker, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record, type Parser } from '../kit/parse.ts';
import { initialState, limits, programs, statements, type BoardState } from './model.ts';
import { drawNameBoard, frames, shownStep, tell } from './view.ts';

const program: Parser<string> = (json) => {
  if (typeof json !== 'string' || json.length > limits.characters) return undefined;
  const { length } = statements(json);
  return length >= 1 && length <= limits.statements ? json : undefined;
};

export const figure = defineFigure<BoardState>({
  name: 'name-board',
  title: '名字和对象',
  chapter: 'python/day01-variables-strings-numbers',
  initial: initialState,
  parse: record<BoardState>({ program, step: integer(0, limits.statements) }),
  view: drawNameBoard,
  controls: ({ program: source }) =>
    picker({
      act: 'program', label: '例子', value: source,
      options: programs.some(([known]) => known === source) ? programs : [[source, '自己写的'], ...programs],
    }) +
    textField({ act: 'program', label: `程序（用分号隔开，至多 ${limits.statements} 句）`, value: source }),
  update: (state, { name, value }) =>
    (name === 'program' && value !== state.program && program(value) !== undefined ? { program: value, step: limits.statements } : state),
  announce: tell,
  player: {
    count: (state) => frames(state.program).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => (step === 0 ? '开始之前' : statements(state.program)[step - 1] ?? ''),
  },
});
