import { bars } from '../kit/bars.ts';
import { sum } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { edge, finished, rowOf, strengths, type DeskState, type Follow, type Row } from './model.ts';

export const shownRows = 8;
export const called = (char: string): string => (char === edge ? '⏎' : char);
export const strength = ({ k }: DeskState): string => String(strengths[k]);

const rest = ({ seen }: Row): number => sum(seen.slice(shownRows).map(({ p }) => p));

/** The likeliest characters and the share of those that never followed, in words. */
export function tell(follow: Follow, state: DeskState): string {
  const row = rowOf(follow, state);
  const first = row.seen.slice(0, 3).map(({ char, p }) => `${called(char)} ${p.toFixed(3)}`).join('，');
  const line = [...state.line].map(called).join('');
  if (finished(state)) return `「${line}」写完了。`;
  return `「${line}」之后：${first === '' ? '没有跟过任何字' : first}；没跟过的 ${row.unseen.count} 个字合计 ${row.unseen.p.toFixed(3)}。`;
}

/** The line so far; below, one bar per likely next character, and two for all the others. */
export function drawBigramDesk(follow: Follow, state: DeskState): string {
  const row = rowOf(follow, state);
  const others = row.seen.length - shownRows;
  const name = called(row.last);
  return drawing(
    { id: 'bigram-desk', width: 440, height: 70 + (shownRows + 2) * 34, title: `「${name}」后面的字`, description: tell(follow, state) },
    text(`${[...state.line].map(called).join('')}${finished(state) ? '' : '＿'}`, 6, 16, { anchor: 'start', className: 'fig-strong', size: 16 }),
    text(`训练诗里「${name}」后面跟过 ${row.total} 次，${row.seen.length} 种字`, 6, 46, { anchor: 'start', className: 'fig-muted', size: 13 }),
    bars([
      ...row.seen.slice(0, shownRows).map(({ char, count, p }, index) => ({
        label: `${called(char)} ${count} 次`, share: p, shown: p.toFixed(3), tone: 'fig-output', ...(finished(state) ? {} : { act: `take:${index}` }),
      })),
      ...(others > 0 ? [{ label: `另 ${others} 种`, share: rest(row), shown: rest(row).toFixed(3), tone: 'fig-output', strength: 0.3 }] : []),
      { label: `没跟过 ${row.unseen.count}`, share: row.unseen.p, shown: row.unseen.p.toFixed(3), tone: 'fig-blocked', strength: 0.4 },
    ], { x: 4, y: 62, labelWidth: 106, width: 250, name: '下一个字' }),
  );
}
