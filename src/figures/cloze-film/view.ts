import { bars } from '../kit/bars.ts';
import { axes, curve, dot, place, type Plane, type Point } from '../kit/plane.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { shownAt, type Film, type FilmState } from './model.ts';

const plane: Plane = { x: [0, 800], y: [0, 4.4], left: 40, top: 34, width: 380, height: 130 };
/** The loss of a model that gives each of the 57 words the same probability. */
const even = Math.log(57);

function plot(film: Film, step: number, loss: number): string {
  const middle = film.every / 2;
  const points = film.losses.map((value, index): Point => [index * film.every + middle, value]);
  const [x] = place(plane, [step, 0]);
  const [, level] = place(plane, [0, even]);
  return axes(plane, { xTicks: [0, 200, 400, 600, 800], yTicks: [0, 1, 2, 3, 4] }) +
    element('line', { x1: plane.left, x2: plane.left + plane.width, y1: level, y2: level, class: 'fig-line', 'stroke-dasharray': '4 4' }) +
    text('ln 57', plane.left + plane.width - 6, level + 12, { anchor: 'end', className: 'fig-muted fig-mono', size: 12 }) +
    curve(plane, points) +
    element('line', { x1: x, x2: x, y1: plane.top, y2: plane.top + plane.height, class: 'fig-line' }) +
    dot(plane, [step, loss], 'fig-accent');
}

/** The curve with the checkpoint on it, and below it what the model fills in there. */
export function drawClozeFilm(film: Film, state: FilmState): string {
  const { step, loss, text: sentence, answers, guesses } = shownAt(film, state);
  const said = guesses.map(([word, probability]) => `${word} ${probability.toFixed(3)}`).join('，');
  return drawing(
    {
      id: 'cloze-film', width: 440, height: 410,
      title: `训练 ${step} 步时的损失和填空`,
      description: `损失 ${loss.toFixed(3)}。题目：${sentence}前四名：${said}。合语法的答案：${answers.join('、')}。`,
    },
    text('填空损失（每 10 步平均）', plane.left, 14, { anchor: 'start', className: 'fig-muted', size: 13 }),
    plot(film, step, loss),
    text(`第 ${step} 步，损失 ${loss.toFixed(3)}`, 12, 208, { anchor: 'start', className: 'fig-text fig-strong', size: 15 }),
    text(sentence.replaceAll(' ', ''), 12, 236, { anchor: 'start', size: 16 }),
    bars(
      guesses.map(([word, probability]) => ({
        label: word, share: probability, shown: probability.toFixed(3), tone: answers.includes(word) ? 'fig-accent' : 'fig-score',
      })),
      { x: 12, y: 256, labelWidth: 70, width: 270, rowHeight: 32 },
    ),
    text(`合语法的答案：${answers.join('、')}（强调色）`, 12, 397, { anchor: 'start', className: 'fig-muted', size: 13 }),
  );
}
