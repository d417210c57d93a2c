import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/try-paths/element.ts';
import { film, initialState, lastStep, outcome, raised, type PathState } from '../../../../src/figures/try-paths/model.ts';
import { drawTryPaths, frames, tell } from '../../../../src/figures/try-paths/view.ts';

const plain = { tried: 'none', handler: 'none', otherwise: 'none', last: false } as const;
type Choice = Omit<PathState, 'step'>;
const way = (state: Choice): string => `${film(state).at(-1)?.trace.join(' ') ?? ''} ${outcome(state)}`;

const all: readonly Choice[] = raised.flatMap((tried) => raised.flatMap((handler) => raised.flatMap((otherwise) =>
  [false, true].map((last) => ({ tried, handler, otherwise, last })))));

test('the five ways of the chapter\'s table', () => {
  expect(way(plain)).toBe('try else finally 返回「好」');
  expect(way({ ...plain, tried: 'ValueError' })).toBe('try except finally 返回「补」');
  expect(way({ ...plain, tried: 'KeyError' })).toBe('try finally 抛出 KeyError');
  expect(way({ ...plain, tried: 'ValueError', handler: 'KeyError' })).toBe('try except finally 抛出 KeyError');
  expect(way({ ...plain, otherwise: 'ValueError' })).toBe('try else finally 抛出 ValueError');
});

test('a return in finally replaces every outcome', () => {
  for (const state of all.filter(({ last }) => last)) {
    expect(outcome(state)).toBe('返回「尾」');
    expect(film(state).some(({ event }) => event === 'discarded')).toBe(true);
  }
});

test('finally runs last on every way, and the exception that was handled is the context of a new one', () => {
  for (const state of all) expect(film(state).at(-1)?.trace.at(-1)).toBe('finally');
  expect(film({ ...plain, tried: 'ValueError', handler: 'KeyError' }).at(-1)?.pending).toEqual({ kind: 'raise', error: 'KeyError', context: 'ValueError' });
});

test('the first frame is the chapter\'s second way, at its end', () => {
  expect(drawTryPaths(initialState)).toContain('返回「补」');
  expect(tell(initialState)).toContain('try → except → finally');
});

test('every choice has at most seven frames; each can be drawn and told', () => {
  for (const choice of all) {
    const count = frames(choice).length;
    expect(count).toBeLessThanOrEqual(lastStep + 1);
    for (let step = 0; step < count; step += 1) {
      const state = { ...choice, step };
      expect(figure.parse(state)).toEqual(state);
      expect(drawTryPaths(state) + tell(state)).not.toMatch(/undefined|NaN/);
    }
  }
});

test('damaged states are refused, unknown actions change nothing', () => {
  for (const broken of [{ ...initialState, tried: 'OSError' }, { ...initialState, last: 1 }, { ...initialState, step: lastStep + 1 }, { ...initialState, more: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
  expect(figure.update(initialState, { name: 'tried', at: [], value: 'OSError' })).toBe(initialState);
  expect(figure.update(initialState, { name: 'last', at: [], value: 'on' })).toEqual({ ...initialState, last: true });
});
