/**
 * One thread, three tasks, one clock in milliseconds. A turn of the loop: look what has come (I/O first, then due
 * timers), then run everything that was ready once. When nothing is ready, the clock jumps to the next event.
 * The same rules as the chapter's loop of generators, whose numbers the test asserts.
 */

import { at } from '../kit/numbers.ts';

export const names = ['甲', '乙', '丙'] as const;
/** Each task computes, waits, computes: for a time of its own, or (乙) for data that come at `arrival`. */
export const work = { compute: 10, sleeps: [60, 0, 20], reader: 1, arrival: 55, blocked: 100, cleanup: 5 } as const;

export interface LoopState {
  /** Which task has a `time.sleep(100)` in its first part: 1..3, 0 for none. */
  readonly block: number;
  /** The task that is cancelled, −1 for none, and the frame at which. */
  readonly victim: number;
  readonly when: number;
  readonly step: number;
}

/** The frame at which all three wait. */
export const allWaiting = 6;
export const initialState: LoopState = { block: 0, victim: -1, when: 0, step: allWaiting };
export const limits = { step: 20 } as const;

export type Event = 'start' | 'collect' | 'take' | 'leave' | 'end' | 'cancel' | 'cancelled';

export interface Frame {
  readonly now: number;
  readonly event: Event;
  /** Whom the event is about; for `collect` those that became ready. */
  readonly tasks: readonly number[];
  /** −1: nobody. */
  readonly running: number;
  readonly ready: readonly number[];
  /** In the order of their times. */
  readonly timers: readonly { readonly task: number; readonly due: number }[];
  readonly io: readonly number[];
  readonly over: readonly { readonly task: number; readonly cancelled: boolean }[];
}

/** `wait`: timer or I/O; `late`: could run, but the thread is taken. */
export interface Span {
  readonly task: number;
  readonly kind: 'run' | 'block' | 'cleanup' | 'wait' | 'late';
  readonly from: number;
  readonly to: number;
}

export interface Film {
  readonly frames: readonly Frame[];
  readonly spans: readonly Span[];
  readonly total: number;
}

export function film({ block, victim, when }: Omit<LoopState, 'step'>): Film {
  const frames: Frame[] = [];
  const spans: Span[] = [];
  const over: { task: number; cancelled: boolean }[] = [];
  let now = 0;
  let running = -1;
  let ready: number[] = [0, 1, 2];
  let timers: { task: number; due: number }[] = [];
  let io: number[] = [];
  let thrown = false;
  const begun = [false, false, false];
  /** Since when it has been in its area, and when it could leave. */
  const since: [number, number][] = [[0, 0], [0, 0], [0, 0]];

  const span = (task: number, kind: Span['kind'], from: number, to: number): void => {
    if (to > from) spans.push({ task, kind, from, to });
  };
  function record(event: Event, tasks: readonly number[]): void {
    frames.push({ now, event, tasks, running, ready: [...ready], timers: [...timers], io: [...io], over: [...over] });
    if (thrown || victim < 0 || frames.length - 1 !== when) return;
    thrown = true;
    if (running === victim || over.some(({ task }) => task === victim)) return;
    const [from, due] = at(since, victim);
    since[victim] = [from, Math.min(due, now)];
    timers = timers.filter(({ task }) => task !== victim);
    io = io.filter((task) => task !== victim);
    if (!ready.includes(victim)) ready.push(victim);
    record('cancel', [victim]);
  }
  function run(task: number): void {
    running = task;
    ready = ready.filter((other) => other !== task);
    const [from, due] = at(since, task);
    span(task, 'wait', from, Math.min(due, now));
    span(task, 'late', Math.min(due, now), now);
    // Decided before the frame is shown: who runs cannot be cancelled.
    const cancelled = thrown && task === victim;
    record('take', [task]);
    const start = now;
    const first = at(begun, task) === false;
    begun[task] = true;
    now += cancelled ? (first ? 0 : work.cleanup) : work.compute;
    span(task, cancelled ? 'cleanup' : 'run', start, now);
    if (first && !cancelled && block === task + 1) {
      span(task, 'block', now, now + work.blocked);
      now += work.blocked;
    }
    running = -1;
    if (cancelled || !first) {
      over.push({ task, cancelled });
      record(cancelled ? 'cancelled' : 'end', [task]);
      return;
    }
    const end = task === work.reader ? work.arrival : now + at(work.sleeps, task);
    since[task] = [now, Math.max(end, now)];
    if (task === work.reader) io.push(task);
    else timers = [...timers, { task, due: end }].sort((a, b) => a.due - b.due);
    record('leave', [task]);
  }

  record('start', []);
  while (over.length < names.length) {
    if (ready.length === 0) now = Math.max(now, Math.min(...timers.map(({ due }) => due), ...io.map(() => work.arrival)));
    const arrived = now >= work.arrival ? io : [];
    const due = timers.filter((timer) => timer.due <= now).map(({ task }) => task);
    if (arrived.length + due.length > 0) {
      io = io.filter((task) => !arrived.includes(task));
      timers = timers.filter((timer) => timer.due > now);
      ready.push(...arrived, ...due);
      record('collect', [...arrived, ...due]);
    }
    for (const task of [...ready]) run(task);
  }
  return { frames, spans, total: now };
}

/** One after the other: who starts after `arrival` finds the data there. */
export const serial = names.reduce((now, _name, task) => {
  const waiting = now + work.compute;
  return (task === work.reader ? Math.max(waiting, work.arrival) : waiting + at(work.sleeps, task)) + work.compute;
}, 0);

/** Whether the reader may cancel this task now: it has not ended, does not run, and nobody was cancelled before. */
export const mayCancel = (frame: Frame, { victim }: LoopState, task: number): boolean =>
  victim < 0 && frame.running !== task && !frame.over.some((other) => other.task === task);
