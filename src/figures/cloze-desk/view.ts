import { acting, cells, drawing, element, text } from '../kit/svg.ts';
import type { Cloze, ClozeState, Guess, Readers } from './model.ts';

const chip = { width: 60, height: 34, gap: 4, perRow: 6 };
const width = 388;
const panel = { top: 102, height: 98, bar: 22, left: 118, length: 208 };

const names: { readonly [K in keyof Readers]: string } = { left: '只看左边', right: '只看右边', both: '两边都看' };
const order = ['left', 'right', 'both'] as const;

function word(cloze: Cloze, { blanks, focus }: ClozeState, place: number): string {
  const hidden = blanks.includes(place);
  const x = (place % chip.perRow) * (chip.width + chip.gap) + 4;
  const y = Math.floor(place / chip.perRow) * (chip.height + chip.gap) + 4;
  const shown = cloze.words[place] ?? '';
  return element(
    'g',
    acting(`word:${place}`, {
      label: `第 ${place + 1} 个词${hidden ? '，已遮住' : ` ${shown}`}${place === focus ? '，正在看' : ''}`,
      cell: [Math.floor(place / chip.perRow), place % chip.perRow], pressed: hidden, current: place === focus,
    }),
    element('rect', {
      x, y, width: chip.width, height: chip.height, class: `fig-cell ${hidden ? 'fig-blocked' : 'fig-surface'}`,
      'fill-opacity': hidden ? 0.55 : 1,
    }),
    place === focus ? element('path', { class: 'fig-arrow', d: `M${x + 8},${y + chip.height - 5}h${chip.width - 16}` }) : '',
    text(hidden ? '[MASK]' : shown, x + chip.width / 2, y + chip.height / 2 - (place === focus ? 1 : 0), {
      className: hidden ? 'fig-text fig-mono' : 'fig-text', size: hidden ? 12 : 15,
    }),
  );
}

function bars(guesses: readonly Guess[], answer: string, y: number): string {
  return guesses.map(({ word: guess, probability }, i) => {
    const middle = y + (i + 0.5) * panel.bar;
    return text(guess, panel.left - 8, middle, { anchor: 'end', className: guess === answer ? 'fig-strong' : 'fig-text', size: 14 }) +
      element('rect', {
        x: panel.left, y: middle - 7, width: Math.max(1, probability * panel.length), height: 14,
        class: guess === answer ? 'fig-accent' : 'fig-weight', 'fill-opacity': guess === answer ? 0.85 : 0.5,
      }) +
      text(probability.toFixed(3), width - 4, middle, { anchor: 'end', className: 'fig-text fig-mono', size: 13 });
  }).join('');
}

const spoken = (guesses: readonly Guess[]): string =>
  guesses.map(({ word: guess, probability }) => `${guess} ${probability.toFixed(3)}`).join('，');

/** The sentence as chips, and under it the best three guesses of the three readers. */
export function drawCloze(state: ClozeState, cloze: Cloze): string {
  const shown = cloze.words.map((w, i) => (state.blanks.includes(i) ? '[MASK]' : w)).join(' ');
  return drawing(
    {
      id: 'cloze-desk', width, height: panel.top + 3 * panel.height - 6,
      title: '填空：只看左边、只看右边、两边都看',
      description: `${shown}。第 ${state.focus + 1} 个位置原来是「${cloze.answer}」。`
        + order.map((key) => `${names[key]}：${spoken(cloze.guesses[key])}`).join('。') + '。',
    },
    cells('句子里的词', cloze.words.map((_word, place) => word(cloze, state, place))),
    ...order.map((key, i) => {
      const y = panel.top + i * panel.height;
      return element('path', { class: 'fig-line', d: `M4,${y - 8}H${width - 4}` }) +
        text(names[key], 4, y + 8, { anchor: 'start', className: key === 'both' ? 'fig-strong' : 'fig-muted', size: 13 }) +
        bars(cloze.guesses[key], cloze.answer, y + 16);
    }),
  );
}
