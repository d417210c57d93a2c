import { drawing } from '../kit/svg.ts';
import { timeSpace } from '../kit/time-space.ts';
import { delay, segments, simulate, type Message, type TimelineState } from './model.ts';

const unit = 17;
const reasons: Readonly<Record<Message['reason'], string>> = { first: '', timeout: '（超时重传）', duplicates: '（快重传）', ack: '' };

/** What was sent up to the tick that is shown. */
export function shown(state: TimelineState): readonly Message[] {
  return simulate(state).messages.filter(({ sent }) => sent <= state.step);
}

export function tell(state: TimelineState): string {
  const { end } = simulate(state);
  const data = shown(state).filter(({ kind }) => kind === 'data');
  const again = data.filter(({ reason }) => reason !== 'first');
  const told = again.map(({ number, reason, sent }) => `第 ${sent} 拍重传段 ${number + 1}${reasons[reason]}`);
  return `窗口 ${state.window}：到第 ${Math.min(state.step, end)} 拍发出 ${data.length} 段${told.length === 0 ? '' : `，${told.join('，')}`}；${segments} 段全部确认要 ${end} 拍。`;
}

export function drawTcpTimeline(state: TimelineState): string {
  const { end } = simulate(state);
  const flights = shown(state).map(({ kind, number, sent, lost, reason }) => ({
    rightwards: kind === 'data', from: sent, to: sent + delay, lost,
    label: kind === 'data' ? `段 ${number + 1}${reasons[reason]}` : `要 ${number + 1}`,
    className: kind === 'data' ? `fig-curve ${reason === 'first' ? 'is-query' : ''}` : 'fig-arrow',
  }));
  return drawing(
    { id: 'tcp-timeline', width: 424, height: 40 + (end + 1) * unit + 12, title: '段与确认的时空图', description: tell(state) },
    timeSpace(flights, { left: 140, right: 356, top: 40, unit, end: end + 0.5, names: ['发送方', '接收方'] }),
  );
}
