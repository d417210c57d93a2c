import { drawing, element, matrix, text } from '../kit/svg.ts';
import { frameOf, lossAt, sentence, type Film, type FilmState } from './model.ts';

const plot = { left: 58, right: 430, top: 30, bottom: 160 };
/** The loss axis is logarithmic, from 10 down to 0.0001. */
const decades = { top: 1, bottom: -4 };
const grid = { x: 118, y: 252, width: 104, height: 36 };

function heightOf(loss: number): number {
  const share = (decades.top - Math.log10(loss)) / (decades.top - decades.bottom);
  return plot.top + share * (plot.bottom - plot.top);
}

const placeOf = (step: number, film: Film): number =>
  plot.left + (step / film.losses.length) * (plot.right - plot.left);

function curve(film: Film): string {
  const points = film.losses.map((loss, step) => `${placeOf(step, film).toFixed(1)},${heightOf(loss).toFixed(1)}`);
  return element('polyline', { points: points.join(' '), class: 'fig-arrow' });
}

function axes(film: Film): string {
  const levels = [1, 0, -1, -2, -3, -4].map((power) => {
    const y = heightOf(10 ** power);
    return element('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, class: 'fig-line', 'stroke-opacity': 0.4 }) +
      text(String(10 ** power), plot.left - 8, y, { anchor: 'end', className: 'fig-muted fig-mono', size: 12 });
  });
  const steps = [0, 100, 200, 300, 400].map((step) =>
    text(String(step), placeOf(step, film), plot.bottom + 14, { className: 'fig-muted fig-mono', size: 12 }));
  return [...levels, ...steps].join('');
}

/** The curve with the stop on it, and below it where the decoder looks at this stop. */
export function drawTrainingFilm(film: Film, state: FilmState): string {
  const frame = frameOf(film, state);
  const weights = frame.cross[state.layer] ?? [];
  const x = placeOf(frame.step, film);
  const loss = lossAt(film, frame.step);
  const rows = weights.map((row, i) =>
    `写 ${film.target[i] ?? ''} 时 ${row.map((weight, j) => `${film.source[j] ?? ''} ${weight.toFixed(3)}`).join('，')}`);
  const end = grid.y + film.target.length * grid.height;
  return drawing(
    {
      id: 'training-film', width: 444, height: end + 26,
      title: `训练 ${frame.step} 步时的损失和对齐`,
      description: `损失 ${loss.toFixed(4)}，译文 ${frame.words.join(' ')}。第 ${state.layer + 1} 层交叉注意力：${rows.join('；')}。`,
    },
    text('每步的训练损失（对数刻度）', plot.left, 12, { anchor: 'start', className: 'fig-muted', size: 13 }),
    axes(film),
    curve(film),
    element('line', { x1: x, x2: x, y1: plot.top, y2: plot.bottom, class: 'fig-line' }),
    element('circle', { cx: x, cy: heightOf(loss), r: 5, class: 'fig-accent' }),
    text(`第 ${frame.step} 步，损失 ${loss.toFixed(4)}，译文 ${sentence(frame)}`, 12, 200, { anchor: 'start', className: 'fig-text fig-strong', size: 14 }),
    text('该写的词', grid.x - 10, grid.y - 14, { anchor: 'end', className: 'fig-muted', size: 12 }),
    matrix({
      values: weights, x: grid.x, y: grid.y, cellWidth: grid.width, cellHeight: grid.height, size: 14,
      columnLabels: film.source, format: (weight) => weight.toFixed(3), tone: 'fig-weight', share: (weight) => 0.04 + 0.6 * weight,
    }),
    ...film.target.map((word, i) => {
      const y = grid.y + (i + 0.5) * grid.height;
      return text(word, grid.x - 10, y - 8, { anchor: 'end', className: 'fig-text', size: 14 }) +
        text(`概率 ${(frame.truth[i] ?? 0).toFixed(3)}`, grid.x - 10, y + 9, { anchor: 'end', className: 'fig-muted', size: 12 });
    }),
    text(`解码器第 ${state.layer + 1} 层，各头平均；100 句里译对 ${frame.exact} 句`, grid.x + 3 * grid.width, end + 14, { anchor: 'end', className: 'fig-muted', size: 12 }),
  );
}
