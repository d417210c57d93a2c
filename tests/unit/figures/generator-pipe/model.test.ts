import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/generator-pipe/element.ts';
import { afterNext, bigrams, film, initialState, limits, modes, rows, sentences, stages, type PipeState } from '../../../../src/figures/generator-pipe/model.ts';
import { drawGeneratorPipe, frames, tell } from '../../../../src/figures/generator-pipe/view.ts';

describe('the example of the chapter: two lines, three bigrams a batch', () => {
  const lazy = film(initialState);
  const arrivals = lazy.filter(({ event, stage }) => event === 'give' && stage === 3).map(({ value }) => value.join(' '));

  test('the first next() takes twelve steps and stops every stage at its yield', () => {
    expect(afterNext(lazy, 0)).toBe(12);
    expect(lazy.slice(1, 13).map(({ event, stage }) => `${event} ${stages[stage] ?? ''}`)).toEqual([
      'pull batched', 'pull every_bigram', 'pull every_sentence', 'pull lines',
      'give lines', 'give every_sentence', 'give every_bigram',
      'pull every_bigram', 'give every_bigram', 'pull every_bigram', 'give every_bigram', 'give batched',
    ]);
    expect(lazy[12]?.lanes.map(({ status, line }) => [status, line])).toEqual([['suspended', 3], ['suspended', 4], ['suspended', 4], ['suspended', 6]]);
    expect(lazy[12]?.value).toEqual(['白日', '日依', '依山']);
    expect(lazy[4]?.lanes.map(({ status }) => status)).toEqual(['running', 'waiting', 'waiting', 'waiting']);
  });

  test('six batches, the last of one, then StopIteration at step 64', () => {
    expect(arrivals).toEqual(['白日 日依 依山', '山尽 黄河 河入', '入海 海流 春眠', '眠不 不觉 觉晓', '处处 处闻 闻啼', '啼鸟']);
    expect(lazy).toHaveLength(65);
    expect(lazy[64]).toMatchObject({ event: 'stop', stage: 3, batches: 6, items: 0 });
    expect(lazy.slice(59, 63).map(({ event, stage }) => [event, stage])).toEqual([['stop', 0], ['stop', 1], ['stop', 2], ['give', 3]]);
    expect(lazy[62]?.lanes[3]?.line).toBe(9);
    expect(lazy[30]).toMatchObject({ event: 'pull', stage: 0 });
  });

  test('at most 5 items against 22 in lists', () => {
    expect(Math.max(...lazy.map(({ items }) => items))).toBe(5);
    expect(film({ ...initialState, mode: 'list' }).map(({ items }) => items)).toEqual([0, 2, 6, 22, 22]);
  });
});

test('generators need the same memory for any number of lines, lists do not', () => {
  const most = (state: PipeState) => Math.max(...film(state).map(({ items }) => items));
  expect([1, 2, 3].map((count) => most({ ...initialState, count }))).toEqual([5, 5, 5]);
  expect([1, 2, 3].map((count) => most({ ...initialState, mode: 'list', count }))).toEqual([11, 22, 33]);
});

test('every pipe gives all bigrams in order, within the steps a state may have, and can be drawn', () => {
  for (const mode of modes) for (let count = 1; count <= limits.count; count += 1) for (let size = 1; size <= limits.size; size += 1) {
    const state: PipeState = { mode, count, size, step: 0 };
    const list = frames(state);
    expect(list.length - 1).toBeLessThanOrEqual(limits.step);
    if (mode === 'lazy') {
      expect(list.flatMap(({ event, stage, value }) => (event === 'give' && stage === 3 ? value : []))).toEqual(rows.slice(0, count).flatMap(sentences).flatMap(bigrams));
    }
    for (const step of list.keys()) {
      expect(drawGeneratorPipe({ ...state, step })).toContain('</svg>');
      expect(tell({ ...state, step })).not.toContain('undefined');
    }
  }
});

test('next jumps from batch to batch and stays at the end; damaged states are refused', () => {
  const next = (state: PipeState) => figure.update(state, { name: 'next', at: [], value: '' });
  let state: PipeState = { ...initialState, step: 0 };
  const steps: number[] = [];
  while (next(state) !== state) {
    state = next(state);
    steps.push(state.step);
  }
  expect(steps).toEqual([12, 22, 34, 42, 52, 62, 64]);
  expect(figure.update(initialState, { name: 'mode', at: [], value: 'list' })).toEqual({ ...initialState, mode: 'list', step: 4 });
  for (const broken of [{}, { ...initialState, mode: 'eager' }, { ...initialState, count: 9 }, { ...initialState, size: 0 }, { ...initialState, extra: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
});
