import { slider } from '../kit/controls.ts';
import { defineFigure } from '../kit/element.ts';
import { integer, record } from '../kit/parse.ts';
import { countVisible, initialSizes, patternsFor, type Sizes } from './model.ts';
import { drawMaskPatterns } from './view.ts';

const largest = 16;

/** Parts may not be longer than the whole. */
function fitted(sizes: Sizes): Sizes {
  const fit = (value: number): number => Math.min(value, sizes.size);
  return {
    ...sizes, padding: fit(sizes.padding), prefix: fit(sizes.prefix), window: fit(sizes.window),
    first: fit(sizes.first), query: Math.min(sizes.query, sizes.size - 1),
  };
}

const names: readonly (readonly [keyof Sizes, string, number])[] = [
  ['padding', '填充', 0], ['prefix', '前缀', 0], ['window', '窗宽', 1], ['first', '第一段', 0],
];

/** What the marked row sees, or how much each pattern leaves. */
function tell(sizes: Sizes): string {
  const { size, patterns } = patternsFor(sizes);
  const places = Array.from({ length: size }, (_place, index) => index);
  if (sizes.query < 0) return `${patterns.map(({ name, visible }) => `${name} ${countVisible(visible, size)} 格`).join('，')}；共 ${size * size} 格。`;
  const row = patterns.map(({ name, visible }) => `${name} ${places.filter((j) => visible(sizes.query, j)).length}`);
  return `第 ${sizes.query + 1} 行看得见几个键：${row.join('，')}。`;
}

export const figure = defineFigure<Sizes>({
  name: 'mask-patterns',
  title: '六种可见规则',
  chapter: 'llm/transformer/masks',
  initial: initialSizes,
  parse: record<Sizes>({
    size: integer(2, largest), padding: integer(0, largest), prefix: integer(0, largest),
    window: integer(1, largest), first: integer(0, largest), query: integer(-1, largest - 1),
  }),
  view: (sizes) => drawMaskPatterns(patternsFor(sizes), sizes.query),
  controls: (sizes) =>
    slider({ act: 'size', label: '词数', min: 2, max: largest, value: sizes.size }) +
    names.map(([key, label, min]) => slider({ act: key, label, min, max: sizes.size, value: sizes[key] })).join('') +
    slider({ act: 'query', label: '看第几行', min: 0, max: sizes.size, value: sizes.query + 1, shown: sizes.query < 0 ? '不看' : String(sizes.query + 1) }),
  update(state, { name, value }) {
    if (!Object.hasOwn(initialSizes, name)) return state;
    return fitted({ ...state, [name]: Number(value) - (name === 'query' ? 1 : 0) });
  },
  announce: tell,
});
