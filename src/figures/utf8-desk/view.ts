import { sum } from '../kit/numbers.ts';
import { drawing, element, escapeText, text } from '../kit/svg.ts';
import { hex, written, type Byte, type DeskState, type Written } from './model.ts';

const shownGlyph = (glyph: string): string => (/[\p{C}\p{Z}]/u.test(glyph) ? '看不见' : /\p{M}/u.test(glyph) ? `◌${glyph}` : glyph);
const name = ({ point }: Written): string => `U+${hex(point, 4)}`;

export function tell({ text: words }: DeskState): string {
  const list = written(words);
  const parts = list.map((item) => `${name(item)} 写成 ${item.bytes.map(({ value }) => hex(value, 2)).join(' ')}`);
  return `${list.length} 个码点，${sum(list.map(({ bytes }) => bytes.length))} 个字节：${parts.join('；')}。`;
}

const width = 92;
const height = 92;

function byteBox({ fixed, payload, value }: Byte, x: number, y: number): string {
  const words = element('text',
    { x: x + width / 2 - 2, y: y + 15, class: 'fig-mono', 'font-size': 14, 'text-anchor': 'middle', 'dominant-baseline': 'central' },
    element('tspan', { class: 'fig-muted' }, escapeText(fixed)),
    element('tspan', { class: 'fig-strong', dx: 4 }, escapeText(payload)));
  return element('rect', { x, y, width: width - 4, height: 30, rx: 4, class: 'fig-cell fig-key', 'fill-opacity': 0.16 }) +
    words + text(hex(value, 2), x + width / 2 - 2, y + 42, { className: 'fig-text fig-mono', size: 14 });
}

/** One block per code point: its number and bits, then its bytes. */
export function drawUtf8Desk(state: DeskState): string {
  const list = written(state.text);
  const blocks = list.map((item, i) => {
    const top = 18 + i * height;
    const digits = item.bytes.map(({ payload }) => payload).join(' ');
    return text(shownGlyph(item.glyph), 8, top, { anchor: 'start', size: item.glyph === shownGlyph(item.glyph) ? 20 : 13 }) +
      text(name(item), 56, top, { anchor: 'start', className: 'fig-text fig-mono', size: 15 }) +
      text(digits, 372, top, { anchor: 'end', className: 'fig-muted fig-mono', size: 13 }) +
      item.bytes.map((byte, j) => byteBox(byte, 8 + j * width, top + 16)).join('');
  });
  return drawing(
    { id: 'utf8-desk', width: 384, height: list.length * height + 8, title: '码点怎样写成字节', description: tell(state) },
    ...blocks,
  );
}
