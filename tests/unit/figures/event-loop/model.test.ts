import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/event-loop/element.ts';
import { allWaiting, film, initialState, limits, mayCancel, serial, work, type LoopState } from '../../../../src/figures/event-loop/model.ts';
import { drawEventLoop, frameAt, movie, tell } from '../../../../src/figures/event-loop/view.ts';

const runs = (change: Partial<LoopState>) => film({ ...initialState, ...change }).spans
  .filter(({ kind }) => kind === 'run').map(({ task, from, to }) => [task, from, to]);

describe('the example of the chapter', () => {
  test('thirty milliseconds in, all three wait: the heap holds 50 and 70, the selector one task', () => {
    expect(frameAt(initialState)).toMatchObject({ now: 30, event: 'leave', running: -1, ready: [], timers: [{ task: 2, due: 50 }, { task: 0, due: 70 }], io: [1] });
  });

  test('eighty milliseconds in all, 140 one after the other; the data of 55 are seen at 60', () => {
    expect(film(initialState).total).toBe(80);
    expect(serial).toBe(140);
    expect(runs({})).toEqual([[0, 0, 10], [1, 10, 20], [2, 20, 30], [2, 50, 60], [1, 60, 70], [0, 70, 80]]);
    expect(film(initialState).spans).toContainEqual({ task: 1, kind: 'late', from: 55, to: 60 });
    expect(film(initialState).frames).toHaveLength(16);
  });

  test('a blocking sleep in 丙 freezes everybody until 130 and makes the end 160', () => {
    expect(film({ ...initialState, block: 3 }).total).toBe(160);
    expect(runs({ block: 3 }).slice(3)).toEqual([[1, 130, 140], [0, 140, 150], [2, 150, 160]]);
    expect([1, 2].map((block) => film({ ...initialState, block }).total)).toEqual([180, 160]);
  });

  test('cancelling 甲 while all wait: it cleans up at once, and the end is 70', () => {
    const { frames, spans, total } = film({ ...initialState, victim: 0, when: allWaiting });
    expect(frames[allWaiting + 1]).toMatchObject({ event: 'cancel', ready: [0], timers: [{ task: 2, due: 50 }] });
    expect(spans).toContainEqual({ task: 0, kind: 'cleanup', from: 30, to: 35 });
    expect(total).toBe(70);
  });
});

test('whatever is blocked or cancelled, one task runs at a time, all end, and every frame can be drawn', () => {
  for (const block of [0, 1, 2, 3]) for (const victim of [-1, 0, 1, 2]) for (let when = 0; when < 16; when += 1) {
    const state: LoopState = { block, victim, when, step: 0 };
    const { frames, spans, total } = movie(state);
    expect(frames.length - 1).toBeLessThanOrEqual(limits.step);
    expect(total).toBeLessThanOrEqual(185);
    expect(frames.at(-1)?.over).toHaveLength(3);
    const busy = spans.filter(({ kind }) => kind === 'run' || kind === 'block' || kind === 'cleanup').sort((a, b) => a.from - b.from);
    busy.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThanOrEqual(busy[i]?.to ?? 0));
    if (victim === -1) expect(busy.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(60 + (block > 0 ? work.blocked : 0));
    frames.forEach((_frame, step) => {
      expect(drawEventLoop({ ...state, step })).not.toMatch(/NaN|undefined|Infinity/);
      expect(tell({ ...state, step })).not.toContain('undefined');
    });
    expect(figure.parse({ ...state })).toEqual(state);
  }
});

test('the controls change the state; who runs or has ended cannot be cancelled; damaged states are refused', () => {
  const act = (state: LoopState, name: string, place: readonly number[], value = '') => figure.update(state, { name, at: place, value });
  expect(act(initialState, 'block', [], '3')).toEqual({ ...initialState, block: 3 });
  const cancelled = act(initialState, 'cancel', [0]);
  expect(cancelled).toEqual({ block: 0, victim: 0, when: 6, step: 7 });
  expect(act(cancelled, 'cancel', [1])).toBe(cancelled);
  expect(act(cancelled, 'undo', [])).toEqual(initialState);
  const running = { ...initialState, step: 1 };
  expect(mayCancel(frameAt(running), running, 0)).toBe(false);
  expect(act(running, 'cancel', [0])).toBe(running);
  expect(act({ ...initialState, step: 9 }, 'cancel', [2])).toEqual({ ...initialState, step: 9 });
  for (const broken of [{}, { ...initialState, block: 4 }, { ...initialState, step: -1 }, { ...initialState, extra: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
});
