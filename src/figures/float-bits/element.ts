import { flipped, formats, widthOf, type FormatName } from '../kit/bits.ts';
import { button, choice, row, textField } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { convert, formatOf, initialState, landmarks, readNumber, stepped, valueOf, writeNumber, type FloatBitsState } from './model.ts';
import { drawFloatBits, tell, valueText } from './view.ts';

const names = Object.keys(formats) as FormatName[];
const longest = 24;
const typed = (json: unknown): string | undefined =>
  (json === '' || (typeof json === 'string' && json.length <= longest && readNumber(json) !== undefined) ? json : undefined);

export const figure = defineFigure<FloatBitsState>({
  name: 'float-bits',
  title: '一个数的各位',
  chapter: 'cs/arch/data-representation',
  initial: initialState,
  parse: (json) => {
    const state = record<FloatBitsState>({ format: oneOf(...names), code: integer(0, 2 ** 32 - 1), typed })(json);
    return state === undefined || state.code >= 2 ** widthOf(formatOf(state)) ? undefined : state;
  },
  view: drawFloatBits,
  controls: (state) =>
    choice({ act: 'format', label: '格式', options: names.map((key) => [key, formats[key].name] as const), value: state.format }) +
    textField({ act: 'typed', label: '写一个十进制数', value: state.typed === '' ? valueText(valueOf(state)) : state.typed, suggestions: ['0.1', '65504', '2049', '-8', '1e-8'] }) +
    row('编码', button({ act: 'code:-1', label: '−1' }), button({ act: 'code:1', label: '+1' })) +
    row('到', ...landmarks(formatOf(state)).map(([label], index) => button({ act: `landmark:${index}`, label }))),
  update(state, { name, at: [place = 0], value }) {
    if (name === 'bit') return { ...state, code: flipped(formatOf(state), state.code, place), typed: '' };
    if (name === 'code') return stepped(state, place);
    if (name === 'format') return convert(state, names.find((key) => key === value) ?? state.format);
    if (name === 'typed') return writeNumber(state, value.slice(0, longest));
    const [, code] = landmarks(formatOf(state))[place] ?? [];
    return name === 'landmark' && code !== undefined ? { ...state, code, typed: '' } : state;
  },
  announce: tell,
});
