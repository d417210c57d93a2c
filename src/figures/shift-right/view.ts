import { arrow, drawing, element, text } from '../kit/svg.ts';
import { answerColumn, decoderInputs, labels, questions, type ShiftRightState } from './model.ts';

const left = 64;
const cell = 70;
const height = 30;

function box(words: string, x: number, y: number, tone: string, share: number): string {
  return (
    element('rect', { x: x + 2, y, width: cell - 4, height, rx: 4, class: `fig-cell ${tone}`, 'fill-opacity': share }) +
    text(words, x + cell / 2, y + height / 2, { size: 14 })
  );
}

function row(words: readonly string[], firstColumn: number, y: number, tone: string, share: number): string {
  return words.map((word, i) => box(word, left + (firstColumn + i) * cell, y, tone, share)).join('');
}

function label(words: string, y: number): string {
  return text(words, left - 8, y + height / 2, { anchor: 'end', className: 'fig-muted', size: 13 });
}

/** Round the input that gives the answer away, and round the position that is looked at. */
function marks(state: ShiftRightState, line: (i: number) => number): string {
  const ring = (x: number, y: number, columns: number): string =>
    element('rect', { x: x + 1, y: y - 1, width: columns * cell - 2, height: height + 2, rx: 5, class: 'fig-ring' });
  const { position, sequence } = state;
  const leaks = questions(state).map(({ leaks: leaking }, i) =>
    (leaking && (position === 0 || position === i + 1) ? ring(left + answerColumn(state, i) * cell, line(i), 1) : ''));
  const own = position === 0 ? '' :
    element('rect', { x: 1, y: line(position - 1) - 4, width: left + sequence.length * cell + 2, height: height + 8, rx: 5, class: 'fig-line' });
  return leaks.join('') + own;
}

/** The sequence, its two shifted copies, and below them one line per position: what it sees and what it must say. */
export function drawShiftRight(state: ShiftRightState): string {
  const { sequence } = state;
  const inputs = decoderInputs(state);
  const asked = questions(state);
  const width = left + sequence.length * cell + 4;
  const top = { sequence: 8, labels: 72, inputs: 136, head: 196, lines: 214 };
  const line = (i: number): number => top.lines + i * (height + 8);
  return drawing(
    {
      id: 'shift-right',
      width,
      height: line(asked.length) + 2,
      title: state.shifted ? '右移：解码器输入与标签错开一格' : '没有右移：解码器的输入就是标签',
      description: asked
        .map(({ visible, label: answer }, i) => `位置 ${i + 1} 看见 ${visible.join(' ')}，要预测 ${answer}`)
        .join('；'),
    },
    label('整句', top.sequence),
    row(sequence, 0, top.sequence, 'fig-surface', 1),
    label('标签', top.labels),
    row(labels(state), 0, top.labels, 'fig-output', 0.3),
    label('输入', top.inputs),
    row(inputs, 0, top.inputs, 'fig-key', 0.22),
    ...labels(state).map((_word, i) => arrow(left + (i + 0.5) * cell, top.inputs - 3, left + (i + 0.5) * cell, top.labels + height + 4)),
    ...sequence.slice(1).map((_word, i) =>
      arrow(left + (i + 1.5) * cell, top.sequence + height + 3, left + (i + 0.62) * cell, top.labels - 4)),
    text('每个位置看得见什么', left, top.head, { anchor: 'start', className: 'fig-muted', size: 13 }),
    text('要答', left + (asked.length + 0.5) * cell, top.head, { className: 'fig-muted', size: 13 }),
    ...asked.map(({ visible, hidden, label: answer }, i) =>
      label(`位置 ${i + 1}`, line(i)) +
      row(visible, 0, line(i), 'fig-key', 0.22) +
      hidden.map((_word, k) => box('', left + (visible.length + k) * cell, line(i), 'fig-blocked', 0.45)).join('') +
      box(answer, left + asked.length * cell, line(i), 'fig-output', 0.3)),
    marks(state, line),
  );
}
