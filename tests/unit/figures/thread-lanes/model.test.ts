import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/thread-lanes/element.ts';
import { amdahl, bound, initialState, modes, oneByOne, schedule, serial, work, type LanesState, type Segment } from '../../../../src/figures/thread-lanes/model.ts';
import { drawThreadLanes, tell } from '../../../../src/figures/thread-lanes/view.ts';

const length = ({ from, to }: Segment) => to - from;
const every = function* (): Generator<LanesState> {
  for (const mode of modes) for (let io = 0; io <= 100; io += 20) for (const cores of [1, 2, 8]) for (const workers of [1, 2, 4, 5, 8]) yield { mode, io, workers, cores };
};

describe('the example of the chapter: four threads, 30 ms of reading and 20 ms of computing a shard', () => {
  const { segments, total, speedup, idle } = schedule(initialState);

  test('the threads end their first shards at 95, 100, 105, 110, the second at 205 or before', () => {
    const ends = (shard: number) => Math.max(...segments.filter((s) => s.shard === shard && s.kind === 'run').map(({ to }) => to));
    expect([1, 2, 3, 4].map(ends)).toEqual([95, 100, 105, 110]);
    expect(segments.filter(({ kind, shard }) => kind === 'read' && shard > 4).map(({ to }) => to)).toEqual([125, 130, 135, 140]);
    expect(Math.max(...[5, 6, 7, 8].map(ends))).toBe(205);
    expect(idle).toBe(30 + 15);
  });

  test('225 ms against 420: 1.87 times; the ceiling is 2.33', () => {
    expect([serial, total]).toEqual([420, 225]);
    expect(speedup).toBeCloseTo(1.867, 3);
    expect(oneByOne(initialState)).toBeCloseTo(180 / 420, 12);
    expect(bound(initialState)).toBeCloseTo(2.333, 3);
    expect(bound(initialState)).toBeCloseTo(1 / oneByOne(initialState), 12);
    expect(tell(initialState)).toContain('225 毫秒');
  });

  test('the other cases that the text names', () => {
    const at = (change: Partial<LanesState>) => schedule({ ...initialState, ...change }).total;
    expect([at({ io: 0 }), at({ io: 0, mode: 'process' }), at({ io: 0, mode: 'free' })]).toEqual([420, 160, 132]);
    expect([at({ io: 100 }), at({ io: 100, mode: 'process' })]).toEqual([120, 160]);
    expect(at({ workers: 8 })).toBe(210);
    expect(at({ mode: 'process', io: 0, workers: 8, cores: 8 })).toBe(110);
    expect(bound({ mode: 'process', io: 0, workers: 8, cores: 8 })).toBe(6);
    expect(bound({ ...initialState, mode: 'process' })).toBeCloseTo(amdahl(20 / 420, 4), 12);
  });
});

test('every schedule does all the work, lets no more compute than tokens, and stays below its ceiling', () => {
  for (const state of every()) {
    const { segments, speedup } = schedule(state);
    expect(speedup).toBeLessThanOrEqual(bound(state) + 1e-9);
    const run = segments.filter(({ kind }) => kind === 'run');
    const computed = run.reduce((sum, segment) => sum + length(segment), 0);
    expect(computed).toBeCloseTo(work.shards * work.shard * (1 - state.io / 100) * (state.mode === 'free' ? 1.1 : 1), 6);
    const most = Math.max(0, ...run.map(({ from }) => run.filter((other) => other.from <= from && from < other.to).length));
    expect(most).toBeLessThanOrEqual(state.mode === 'gil' ? 1 : state.cores);
    const drawn = drawThreadLanes(state);
    expect(drawn).not.toMatch(/NaN|undefined/);
    expect(drawn).toContain('</svg>');
    expect(figure.parse({ ...state })).toEqual(state);
  }
});

test('controls change the state; damaged states are refused', () => {
  const act = (name: string, value: string) => figure.update(initialState, { name, at: [], value });
  expect(act('mode', 'free')).toEqual({ ...initialState, mode: 'free' });
  expect(act('io', '0')).toEqual({ ...initialState, io: 0 });
  expect(act('workers', '8')).toEqual({ ...initialState, workers: 8 });
  expect(act('mode', 'fast')).toBe(initialState);
  expect(act('cores', '4')).toBe(initialState);
  for (const broken of [{}, { ...initialState, io: 55 }, { ...initialState, workers: 0 }, { ...initialState, mode: 'fork' }, { ...initialState, extra: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
});
