import { choice, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, listOf, oneOf, record } from '../kit/parse.ts';
import { initialState, names, policies, type PagingState, type Policy } from './model.ts';
import { drawPageReplacement, tell } from './view.ts';

const longest = 14;

export const figure = defineFigure<PagingState>({
  name: 'page-replacement',
  title: '页面置换',
  chapter: 'cs/os/virtual-memory',
  initial: initialState,
  parse: record<PagingState>({
    accesses: listOf(integer(0, 9), 1, longest), frames: integer(1, 5), policy: oneOf(...policies), step: integer(0, longest),
  }),
  view: drawPageReplacement,
  controls: ({ accesses, frames, policy }) =>
    choice({ act: 'policy', label: '算法', options: policies.map((key) => [key, names[key]] as const), value: policy }) +
    choice({ act: 'frames', label: '页框', options: [1, 2, 3, 4, 5].map((count) => [count, String(count)] as const), value: frames }) +
    textField({ act: 'accesses', label: '访问串', value: accesses.join(' '), suggestions: ['1 2 3 4 1 2 5 1 2 3 4 5', '7 0 1 2 0 3 0 4 2 3 0 3 2'] }),
  update(state, { name, value }) {
    if (name === 'policy') return { ...state, policy: value as Policy };
    if (name === 'frames') return { ...state, frames: Number(value) };
    const accesses = name === 'accesses' ? [...value.matchAll(/\d/g)].slice(0, longest).map(([digit]) => Number(digit)) : [];
    return accesses.length === 0 ? state : { ...state, accesses, step: accesses.length };
  },
  announce: tell,
  player: {
    count: ({ accesses }) => accesses.length + 1,
    step: ({ step, accesses }) => Math.min(step, accesses.length),
    go: (state, step) => ({ ...state, step }),
    name: ({ accesses }, step) => (step === 0 ? '开始之前' : `访问 ${accesses[step - 1] ?? ''}`),
  },
});
