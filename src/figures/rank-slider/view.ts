import { at, signed } from '../kit/numbers.ts';
import { acting, cells, drawing, element, text } from '../kit/svg.ts';
import { kept, sideOf, type Kept, type Matrix, type Picture, type RankSliderState } from './model.ts';

export const words: Readonly<Record<Picture, string>> = { hand: '手算例', word: '「中」字', disc: '圆', line: '斜线' };

export function tell(state: RankSliderState): string {
  const { error, share, stored, whole } = kept(state);
  const size = sideOf(state.picture);
  return `${words[state.picture]}（${size}×${size}），留 ${state.k} 个奇异值：误差 ${signed(error, 3)}，保留能量 ${(share * 100).toFixed(1)}%；要存 ${stored} 个数，原来 ${whole} 个。`;
}

/** One decimal, but a plain 100: five characters would touch their neighbours. */
const percent = (share: number): string => (share * 100).toFixed(1).replace('100.0', '100');

const [panel, top] = [132, 32];
const lefts = [8, 154, 300] as const;

/** One picture: deeper is larger, another hue is below zero; small ones have their numbers in them. */
function grid(values: Matrix, largest: number, left: number): string {
  const step = panel / values.length;
  return values.flatMap((row, i) => row.map((value, j) => {
    const [x, y] = [left + j * step, top + i * step];
    const strength = Math.abs(value) < 5e-4 ? 0 : Math.min(1, Math.abs(value) / largest);
    return element('rect', { x, y, width: step, height: step, class: `fig-cell ${value < 0 ? 'fig-score' : 'fig-accent'}`, 'fill-opacity': strength * (step > 20 ? 0.5 : 0.9) })
      + (step > 20 ? text(signed(value, 1), x + step / 2, y + step / 2, { className: 'fig-text fig-mono', size: 16 }) : '');
  })).join('');
}

const [bottom, tallest, width, first] = [308, 84, 33, 42];

/** The singular values; pressing one keeps it and all before it. */
function spectrum({ sigmas, energy }: Kept, k: number): string {
  const highest = at(sigmas, 0);
  const small = { className: 'fig-text fig-mono', size: 12 } as const;
  const columns = sigmas.map((sigma, i) => {
    const [x, height] = [first + i * width, Math.max(1, (sigma / highest) * tallest)];
    const inside = i < k;
    return element('g', acting(`keep:${i + 1}`, { label: `第 ${i + 1} 个奇异值，留到这里`, cell: [0, i], current: i + 1 === k }),
      element('rect', { x, y: bottom - tallest, width, height: tallest + 40, class: 'fig-surface', 'fill-opacity': 0 }),
      element('rect', { x: x + 4, y: bottom - height, width: width - 8, height, class: `fig-cell ${inside ? 'fig-accent' : 'fig-blocked'}`, 'fill-opacity': inside ? 0.7 : 0.3 }),
      text(sigma.toFixed(2), x + width / 2, bottom + 12, small),
      text(percent(at(energy, i)), x + width / 2, bottom + 30, small));
  });
  const muted = { anchor: 'start', className: 'fig-muted', size: 12 } as const;
  return cells('奇异值', columns) + text('σ', 4, bottom + 12, muted) + text('累计%', 4, bottom + 30, muted);
}

/** The picture, what k pieces make of it, the rest, and the singular values below. */
export function drawRankSlider(state: RankSliderState): string {
  const now = kept(state);
  const largest = Math.max(...now.original.flat());
  const panels = [['原图', now.original], [`前 ${state.k} 项之和`, now.rebuilt], ['差', now.rest]] as const;
  const head = { className: 'fig-strong', size: 13 } as const;
  return drawing(
    { id: 'rank-slider', width: 440, height: 350, title: '留下 k 个奇异值，图还剩多少', description: tell(state) },
    ...panels.map(([name, values], i) => text(name, at(lefts, i) + panel / 2, 16, head) + grid(values, largest, at(lefts, i))),
    text(`误差 ${signed(now.error, 3)}　能量 ${(now.share * 100).toFixed(1)}%　存 ${now.stored} 个数，原来 ${now.whole} 个`, 220, 188, { className: 'fig-text', size: 14 }),
    spectrum(now, state.k),
  );
}
