import { bars } from '../kit/bars.ts';
import { at } from '../kit/numbers.ts';
import { drawing, text } from '../kit/svg.ts';
import { distribution, draws, words, type SamplingState } from './model.ts';

/** Which words are left, with their probabilities. */
export function tell(state: SamplingState): string {
  const { kept, final } = distribution(state);
  return words.flatMap((word, i) => (kept[i] ? [`${word} ${at(final, i).toFixed(3)}`] : [])).join('，');
}

/** Three columns: the score, the probability that is left, and a hundred draws. */
export function drawSamplingDesk(state: SamplingState): string {
  const { plain, kept, final } = distribution(state);
  const tally = draws(state);
  const top = 52;
  return drawing(
    {
      id: 'sampling-desk', width: 440, height: top + words.length * 34 + 8,
      title: '今天天气很……：下一个词的概率', description: `截断之后剩下的词和概率：${tell(state)}。`,
    },
    text('今天天气很……', 4, 12, { anchor: 'start', className: 'fig-strong', size: 15 }),
    text('分数', 62, 36, { anchor: 'end', className: 'fig-muted', size: 13 }),
    text('概率（淡色：被截掉）', 108, 36, { anchor: 'start', className: 'fig-muted', size: 13 }),
    text('抽 100 次', 436, 36, { anchor: 'end', className: 'fig-muted', size: 13 }),
    ...state.logits.map((logit, i) =>
      text(logit.toFixed(1).replace('-', '−'), 62, top + (i + 0.5) * 34, { anchor: 'end', className: 'fig-muted fig-mono', size: 13 })),
    bars(words.map((word, i) => ({
      label: word, share: kept[i] ? at(final, i) : at(plain, i), shown: kept[i] ? at(final, i).toFixed(3) : '0',
      tone: kept[i] ? 'fig-output' : 'fig-blocked', strength: kept[i] ? 0.55 : 0.25,
    })), { x: 66, y: top, labelWidth: 46, width: 220 }),
    ...tally.map((count, i) => text(String(count), 436, top + (i + 0.5) * 34, { anchor: 'end', className: 'fig-text fig-mono', size: 13 })),
  );
}
