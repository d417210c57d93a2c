import { button, choice, slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, oneOf, record } from '../kit/parse.ts';
import { bases, handExample, onBoard, positions, shifted, widths, type PositionDialsState } from './model.ts';
import { positionDialsSvg, tell } from './view.ts';

const last = positions - 1;
const baseWords: Readonly<Record<number, string>> = { 100: '100', 10_000: '10000', 1_000_000: '1000000' };

export const figure = defineFigure<PositionDialsState>({
  name: 'position-dials',
  title: '位置编码的表盘',
  chapter: 'llm/transformer/positional-encoding',
  initial: handExample,
  parse: record<PositionDialsState>({
    width: oneOf(...widths), base: oneOf(...bases), query: integer(0, last), key: integer(0, last),
  }),
  view: positionDialsSvg,
  controls: ({ width, base, query, key }) =>
    slider({ act: 'query', label: '位置 i', min: 0, max: last, value: query }) +
    slider({ act: 'key', label: '位置 j', min: 0, max: last, value: key }) +
    button({ act: 'shift:-1', label: '一起退一格' }) + button({ act: 'shift:1', label: '一起进一格' }) +
    choice({ act: 'base', label: '底', options: bases.map((value) => [value, baseWords[value] ?? ''] as const), value: base }) +
    choice({ act: 'width', label: '维数', options: widths.map((value) => [value, String(value)] as const), value: width }),
  update(state, { name, at, value }) {
    const [first = 0, second = 0] = at;
    if (name === 'query') return { ...state, query: onBoard(Number(value)) };
    if (name === 'key') return { ...state, key: onBoard(Number(value)) };
    if (name === 'pair') return { ...state, query: first, key: second };
    if (name === 'shift') return shifted(state, first);
    if (name === 'base') return { ...state, base: bases.find((option) => option === Number(value)) ?? state.base };
    if (name === 'width') return { ...state, width: widths.find((option) => option === Number(value)) ?? state.width };
    return state;
  },
  announce: (state) => `${tell(state)}。`,
});
