import { rememberLast } from '../kit/memo.ts';
import { at } from '../kit/numbers.ts';
import { drawing, element, text } from '../kit/svg.ts';
import { code, film, type Frame, type TraceState } from './model.ts';

export const frames = rememberLast(film, ({ program, input }) => `${program} ${input}`);

export const shownStep = (state: TraceState): number => Math.min(state.step, frames(state).length - 1);

const answer = (holds: boolean): string => (holds ? 'True' : 'False');

export function tell(state: TraceState): string {
  const { line, said, names, bound, condition, invariant } = at(frames(state), shownStep(state));
  const question = condition === undefined ? '' : `${condition.words}：${answer(condition.holds)}。`;
  const values = bound.map((name) => `${name} = ${names.get(name) ?? ''}`).join('，');
  const kept = invariant === undefined ? '' : `${invariant.words}，${invariant.holds ? '等于 n' : '暂时不等于 n'}。`;
  return `第 ${line + 1} 行：${said}。${question}${values === '' ? '' : `${values}。`}${kept}`;
}

const lineHeight = 21;
const boxHeight = 40;
const top = 12;

function listing(lines: readonly string[], { line, condition }: Frame): string {
  return lines.map((words, i) => {
    const middle = top + (i + 0.5) * lineHeight;
    const tone = condition === undefined || condition.holds ? 'fig-key' : 'fig-blocked';
    const mark = i === line
      ? element('rect', { x: 4, y: middle - lineHeight / 2, width: 293, height: lineHeight, rx: 4, class: tone, 'fill-opacity': 0.22 }) : '';
    const indent = words.length - words.trimStart().length;
    return mark + text(String(i + 1), 22, middle, { anchor: 'end', className: 'fig-muted fig-mono', size: 12 }) +
      text(words.trimStart(), 28 + indent * 7.2, middle, { anchor: 'start', className: i === line ? 'fig-strong fig-mono' : 'fig-text fig-mono', size: 12 });
  }).join('');
}

/** A value that is too long for its box ends in an ellipsis; a Chinese character takes two places. */
function short(words: string, room: number): string {
  let used = 0;
  const kept = [...words].filter((character) => (used += /[⺀-￿]/.test(character) ? 2 : 1) <= room);
  return kept.length === [...words].length ? words : `${kept.slice(0, -1).join('')}…`;
}

function board({ names, bound }: Frame): string {
  return [...names].map(([name, value], i) => {
    const y = top + i * boxHeight;
    const fresh = bound.includes(name);
    return element('rect', { x: 302, y, width: 134, height: boxHeight, class: `fig-cell ${fresh ? 'fig-value' : 'fig-surface'}`, 'fill-opacity': fresh ? 0.3 : 0.2 }) +
      text(name, 309, y + 11, { anchor: 'start', className: 'fig-muted fig-mono', size: 12 }) +
      text(short(value, 16), 309, y + 28, { anchor: 'start', className: 'fig-text fig-mono', size: 12 });
  }).join('');
}

function strip(label: string, words: string, holds: boolean, y: number): string {
  return element('rect', { x: 4, y, width: 432, height: 28, rx: 4, class: `fig-cell ${holds ? 'fig-key' : 'fig-blocked'}`, 'fill-opacity': 0.2 }) +
    text(label, 14, y + 14, { anchor: 'start', className: 'fig-muted', size: 13 }) +
    text(words, 80, y + 14, { anchor: 'start', className: 'fig-text fig-mono', size: 13 });
}

/** Code on the left, names on the right, below them the question of the line and the invariant. The height is that of the fullest frame. */
export function drawLoopTrace(state: TraceState): string {
  const list = frames(state);
  const frame = at(list, shownStep(state));
  const lines = code[state.program];
  const y = top + 8 + Math.max(lines.length * lineHeight, Math.max(...list.map(({ names }) => names.size)) * boxHeight);
  const { condition, invariant } = frame;
  return drawing(
    { id: 'loop-trace', width: 440, height: y + (state.program === 'base' ? 68 : 34), title: '一行一行地执行', description: tell(state) },
    listing(lines, frame),
    board(frame),
    condition === undefined ? '' : strip('条件', `${condition.words} → ${answer(condition.holds)}`, condition.holds, y),
    invariant === undefined ? '' : strip('不变式', `${invariant.words}${invariant.holds ? '' : '（暂时不等于 n）'}`, invariant.holds, y + 34),
  );
}
