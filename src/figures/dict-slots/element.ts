import { picker, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record, type Parser } from '../kit/parse.ts';
import { deeds, initialState, limits, programs, type SlotsState } from './model.ts';
import { deedWords, drawDictSlots, frames, shownStep, tell } from './view.ts';

const program: Parser<string> = (json) =>
  (typeof json === 'string' && json.length <= limits.characters && deeds(json) !== undefined ? json : undefined);

export const figure = defineFigure<SlotsState>({
  name: 'dict-slots',
  title: '字典里的槽和条目',
  chapter: 'python/day03-dicts-sets',
  initial: initialState,
  parse: record<SlotsState>({ program, step: integer(0, 99) }),
  view: drawDictSlots,
  controls: ({ program: source }) =>
    picker({
      act: 'program', label: '例子', value: source,
      options: programs.some(([known]) => known === source) ? programs : [[source, '自己写的'], ...programs],
    }) +
    textField({ act: 'program', label: `键（非负整数，逗号隔开，至多 ${limits.deeds} 步；前面加 - 是删除）`, value: source }),
  update: (state, { name, value }) =>
    (name === 'program' && value !== state.program && program(value) !== undefined ? { program: value, step: frames(value).length - 1 } : state),
  announce: tell,
  player: {
    count: (state) => frames(state.program).length,
    step: shownStep,
    go: (state, step) => ({ ...state, step }),
    name: (state, step) => deedWords(state.program, frames(state.program)[step]?.deed ?? -1),
  },
});
