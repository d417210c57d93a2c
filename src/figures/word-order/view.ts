import { drawing, element, text } from '../kit/svg.ts';
import { at } from '../alignment-grid/transformer.ts';
import { orders, read, unmoved, type PlacedWord, type WordOrderState } from './model.ts';

const width = 400;
const column = { x: 56, width: 112 };
const block = { height: 152, top: 8 };

const number = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−');

/** (1.00, −0.42) */
export function pair(values: readonly number[], digits = 3): string {
  return `(${values.map((value) => number(value, digits)).join(', ')})`;
}

function sentence(words: readonly PlacedWord[], original: readonly PlacedWord[] | undefined, y: number): string {
  const labels = [['位置', 14], ['词', 44], ['输入', 78], ['输出', 112]] as const;
  return labels.map(([label, down]) => text(label, 4, y + down, { anchor: 'start', className: 'fig-muted', size: 13 })).join('') +
    words.map((word, i) => {
      const x = column.x + (i + 0.5) * column.width;
      const same = original === undefined || unmoved(word, original);
      return text(String(i), x, y + 14, { className: 'fig-muted fig-mono', size: 13 }) +
        text(word.word, x, y + 44, { className: 'fig-strong', size: 18 }) +
        text(pair(word.input, 2), x, y + 78, { className: 'fig-text fig-mono', size: 12 }) +
        element('rect', {
          x: x - column.width / 2 + 3, y: y + 98, width: column.width - 6, height: 28,
          class: `fig-cell ${same ? 'fig-surface' : 'fig-output'}`, 'fill-opacity': same ? 0.5 : 0.28,
        }) +
        text(pair(word.output), x, y + 112, { className: 'fig-text fig-mono', size: 12 }) +
        (original === undefined ? '' : text(same ? '没有变' : '变了', x, y + 140, { className: same ? 'fig-muted' : 'fig-strong', size: 12 }));
    }).join('');
}

const tell = (words: readonly PlacedWord[]): string => words.map(({ word, output }) => `${word} ${pair(output)}`).join('，');

/** Two sentences one above the other; the lower one says which outputs differ from the upper one. */
export function wordOrderSvg({ order, encoded }: WordOrderState, id = 'word-order'): string {
  const original = read(orders[0], encoded);
  const moved = read(at(orders, order), encoded);
  return drawing(
    {
      id, width, height: 2 * block.height + 22,
      title: encoded ? '加了位置编码，换序以后输出会变' : '不加位置编码，换序以后每个词的输出不变',
      description: `上面一句的输出：${tell(original)}。下面一句的输出：${tell(moved)}。`,
    },
    sentence(original, undefined, block.top),
    element('path', { class: 'fig-line', d: `M4,${block.height}H${width - 4}` }),
    sentence(moved, original, block.height + 14),
  );
}
