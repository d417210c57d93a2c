import { textField, toggle } from '../kit/controls.ts';
import { defineFigure, type Player } from '../kit/element.ts';
import { flag, integer, listOf, record } from '../kit/parse.ts';
import { initialState, questions, type ShiftRightState } from './model.ts';
import { drawShiftRight } from './view.ts';

/** Short enough for a box of the drawing. */
const word = (json: unknown): string | undefined =>
  (typeof json === 'string' && /^[^\s⟨⟩]{1,9}$|^⟨(?:start|end)⟩$/u.test(json) ? json : undefined);

function bounded(words: readonly string[]): readonly string[] {
  return ['⟨start⟩', ...words, '⟨end⟩'];
}

/** The reader's sentence: one to three words, each cut to what a box holds. */
function sentence(text: string): readonly string[] {
  return text.replace(/[⟨⟩]/g, '').split(/\s+/).filter((part) => part !== '').slice(0, 3).map((part) => [...part].slice(0, 9).join(''));
}

function tell(state: ShiftRightState): string {
  const asked = questions(state);
  const chosen = asked[state.position - 1];
  if (chosen !== undefined) {
    return `位置 ${state.position} 看见 ${chosen.visible.join(' ')}，要答 ${chosen.label}，${chosen.leaks ? '答案就在看得见的词里' : '答案不在其中'}。`;
  }
  const leaking = asked.filter(({ leaks }) => leaks).length;
  return leaking === 0 ? `${asked.length} 道题都看不到答案。` : `${asked.length} 道题里有 ${leaking} 道看得到自己的答案（红框）。`;
}

const player: Player<ShiftRightState> = {
  count: ({ sequence }) => sequence.length,
  step: ({ position }) => position,
  go: (state, position) => ({ ...state, position }),
  name: (_state, position) => (position === 0 ? '全部位置' : `位置 ${position}`),
};

export const figure = defineFigure<ShiftRightState>({
  name: 'shift-right',
  title: '右移与因果掩码',
  chapter: 'llm/transformer/masks',
  initial: initialState,
  parse: (json) => {
    const state = record<ShiftRightState>({
      sequence: listOf(word, 3, 5), shifted: flag, masked: flag, position: integer(0, 4),
    })(json);
    return state !== undefined && state.position < state.sequence.length ? state : undefined;
  },
  view: drawShiftRight,
  controls: ({ shifted, masked, sequence }) =>
    toggle({ act: 'shifted', label: '右移', on: shifted }) +
    toggle({ act: 'masked', label: '因果掩码', on: masked }) +
    textField({ act: 'sentence', label: '译文（一到三个词）', value: sequence.slice(1, -1).join(' ') }),
  update(state, { name, value }) {
    if (name === 'shifted') return { ...state, shifted: value === 'on' };
    if (name === 'masked') return { ...state, masked: value === 'on' };
    const words = name === 'sentence' ? sentence(value) : [];
    return words.length === 0 ? state : { ...state, sequence: bounded(words), position: 0 };
  },
  announce: tell,
  player,
});
