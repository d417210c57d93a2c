import { bars } from '../kit/bars.ts';
import { sum } from '../kit/numbers.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { cuts, probabilities, type Next, type PoemState } from './model.ts';

const rowHeight = 30;
const shownRows = 8;
const marks = [342, 382, 422] as const;

/** What each rule keeps, in words. */
export function tell(next: Next, state: PoemState): string {
  return cuts(probabilities(next, state.temperature), state)
    .map(({ name, kept, mass }) => `${name} 留 ${kept} 个字、概率 ${mass.toFixed(3)}`).join('；');
}

export const called = ({ text: words }: Next): string => (words === '' ? '〔开头〕' : words);

/** The likeliest characters with a dot per rule that keeps them; below, what each rule keeps in all. */
export function drawPoemDesk(next: Next, state: PoemState): string {
  const p = probabilities(next, state.temperature);
  const rules = cuts(p, state);
  const shown = p.slice(0, shownRows);
  const rest = sum(p.slice(shownRows));
  const top = 52;
  const foot = top + (shownRows + 1) * rowHeight + 20;
  return drawing(
    {
      id: 'poem-desk', width: 440, height: foot + 3 * rowHeight + 6,
      title: `${called(next)}之后的下一个字`, description: `温度 ${state.temperature.toFixed(1)}：${tell(next, state)}。`,
    },
    text(`${called(next)}＿`, 4, 14, { anchor: 'start', className: 'fig-strong', size: 15 }),
    text('概率', 58, 38, { anchor: 'start', className: 'fig-muted', size: 13 }),
    ...['k', 'p', 'min-p'].map((name, i) => text(name, marks[i] ?? 0, 38, { className: 'fig-muted', size: 13 })),
    bars([
      ...shown.map((share, i) => ({
        label: next.chars[i] ?? '', share, shown: share.toFixed(3), tone: 'fig-output',
        strength: rules.some(({ kept }) => i < kept) ? 0.55 : 0.2,
      })),
      { label: '其余', share: rest, shown: `${rest.toFixed(3)}（${p.length - shownRows} 字）`, tone: 'fig-blocked', strength: 0.35 },
    ], { x: 4, y: top, labelWidth: 50, width: 180, rowHeight }),
    ...shown.flatMap((_share, i) => rules.map(({ kept }, rule) => element('circle', {
      cx: marks[rule] ?? 0, cy: top + (i + 0.5) * rowHeight, r: i < kept ? 6 : 2.5,
      class: i < kept ? 'fig-accent' : 'fig-blocked', 'fill-opacity': i < kept ? 0.9 : 0.5,
    }))),
    text('各留多少', 4, foot - 8, { anchor: 'start', className: 'fig-muted', size: 13 }),
    bars(rules.map(({ name, kept, mass }) => ({
      label: name, share: mass, shown: `${kept} 字 · ${mass.toFixed(3)}`, tone: 'fig-accent',
    })), { x: 4, y: foot, labelWidth: 98, width: 190, rowHeight }),
  );
}
