/** A TCP-like sender and receiver as events in space and time: cumulative acknowledgements, timeout, fast retransmit. */

export interface TimelineState {
  /** Segments that may be on their way unacknowledged. */
  readonly window: number;
  /** Segments (0-based) whose first transmission is lost. */
  readonly lost: readonly number[];
  /** Ticks that are shown. */
  readonly step: number;
}

export const segments = 6;
/** Ticks that a segment or an acknowledgement travels, and that the sender waits before it sends again. */
export const delay = 3;
export const timeout = 9;
/** The worst case, every segment lost with a window of one, ends before this tick. */
export const longest = 120;
export const initialState: TimelineState = { window: 4, lost: [1], step: 40 };

/** A line of the diagram; an acknowledgement names the next segment that is wanted. */
export interface Message {
  readonly kind: 'data' | 'ack';
  readonly number: number;
  readonly sent: number;
  readonly lost: boolean;
  readonly reason: 'first' | 'timeout' | 'duplicates' | 'ack';
}

interface Sender { base: number; next: number; deadline: number; duplicates: number; readonly queue: { number: number; reason: Message['reason'] }[] }

/** One acknowledgement: news moves the window, the third repetition sends the missing segment again at once. */
function onAck(sender: Sender, wanted: number, now: number): void {
  if (wanted > sender.base) {
    sender.base = wanted;
    sender.next = Math.max(sender.next, wanted);
    sender.duplicates = 0;
    sender.deadline = now + timeout;
  } else if (sender.base < segments) {
    sender.duplicates += 1;
    if (sender.duplicates === 3) sender.queue.push({ number: sender.base, reason: 'duplicates' });
  }
}

function nextToSend(sender: Sender, window: number, now: number): { number: number; reason: Message['reason'] } | undefined {
  const queued = sender.queue.shift();
  if (queued !== undefined) return queued;
  if (sender.base < segments && now >= sender.deadline && sender.next > sender.base) return { number: sender.base, reason: 'timeout' };
  if (sender.next < segments && sender.next < sender.base + window) {
    sender.next += 1;
    return { number: sender.next - 1, reason: 'first' };
  }
  return undefined;
}

/** Everything that is sent until all segments are acknowledged, one segment a tick at most. */
export function simulate({ window, lost }: Pick<TimelineState, 'window' | 'lost'>): { readonly messages: Message[]; readonly end: number } {
  const sender: Sender = { base: 0, next: 0, deadline: Infinity, duplicates: 0, queue: [] };
  const received = new Set<number>();
  const messages: Message[] = [];
  let now = 0;
  for (; sender.base < segments && now < longest; now += 1) {
    for (const { kind, number, sent, lost: gone } of [...messages]) {
      if (gone || sent + delay !== now) continue;
      if (kind === 'ack') onAck(sender, number, now);
      else {
        received.add(number);
        let wanted = 0;
        while (received.has(wanted)) wanted += 1;
        messages.push({ kind: 'ack', number: wanted, sent: now, lost: false, reason: 'ack' });
      }
    }
    const send = sender.base < segments ? nextToSend(sender, window, now) : undefined;
    if (send === undefined) continue;
    messages.push({ kind: 'data', number: send.number, sent: now, lost: send.reason === 'first' && lost.includes(send.number), reason: send.reason });
    if (send.reason !== 'first' || sender.deadline === Infinity) sender.deadline = now + timeout;
  }
  return { messages, end: now - 1 };
}
