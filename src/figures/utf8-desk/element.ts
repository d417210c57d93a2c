import { picker, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { record } from '../kit/parse.ts';
import { examples, initialState, isText, longest, type DeskState } from './model.ts';
import { drawUtf8Desk, tell } from './view.ts';

export const figure = defineFigure<DeskState>({
  name: 'utf8-desk',
  title: '码点怎样写成字节',
  chapter: 'python/day01-variables-strings-numbers',
  initial: initialState,
  parse: record<DeskState>({ text: (json) => (typeof json === 'string' && isText(json) ? json : undefined) }),
  view: drawUtf8Desk,
  controls: ({ text }) =>
    picker({
      act: 'text', label: '例子', value: text,
      options: examples.some(([known]) => known === text) ? examples : [[text, '自己写的'], ...examples],
    }) +
    textField({ act: 'text', label: `文字（至多 ${longest} 个码点）`, value: text }),
  update(state, { name, value }) {
    const text = [...value].slice(0, longest).join('');
    return name === 'text' && text !== state.text && isText(text) ? { text } : state;
  },
  announce: tell,
});
