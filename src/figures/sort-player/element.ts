import { button, choice, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, oneOf, record } from '../kit/parse.ts';
import { algorithms, initialState, names, shuffled, size, type Algorithm, type SortState } from './model.ts';
import { drawSortPlayer, frames, tell } from './view.ts';

/** Two to eight whole numbers from 1 to 9, as typed. */
function typed(text: string): number[] {
  return [...text.matchAll(/[1-9]/g)].slice(0, size).map(([digit]) => Number(digit));
}

export const figure = defineFigure<SortState>({
  name: 'sort-player',
  title: '排序放映机',
  chapter: 'cs/ds/sorting',
  initial: initialState,
  parse: record<SortState>({ algorithm: oneOf(...algorithms), values: listOf(integer(1, 9), 2, size), step: integer(0, 200) }),
  view: drawSortPlayer,
  controls: ({ algorithm, values }) =>
    choice({ act: 'algorithm', label: '算法', options: algorithms.map((key) => [key, names[key]] as const), value: algorithm }) +
    textField({ act: 'values', label: '数（1 到 9，至多 8 个）', value: values.join(' ') }) +
    button({ act: 'ascending', label: '已排好' }) + button({ act: 'descending', label: '倒序' }) + button({ act: 'shuffle', label: '打乱' }),
  update(state, { name, value }) {
    const restart = (values: readonly number[]): SortState => ({ ...state, values, step: 0 });
    if (name === 'algorithm') return { ...state, algorithm: value as Algorithm, step: 0 };
    if (name === 'ascending') return restart([...state.values].sort((a, b) => a - b));
    if (name === 'descending') return restart([...state.values].sort((a, b) => b - a));
    if (name === 'shuffle') return restart(shuffled(Number(state.values.join(''))));
    const values = name === 'values' ? typed(value) : [];
    return values.length < 2 ? state : restart(values);
  },
  announce: tell,
  player: {
    count: (state) => frames(state).length,
    step: (state) => Math.min(state.step, frames(state).length - 1),
    go: (state, step) => ({ ...state, step }),
  },
});
