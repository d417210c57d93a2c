import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/atomic-write/element.ts';
import { accidents, film, initialState, methods, momentOf, operations, shownStep, sound, stepsOf, type Method, type WriteState } from '../../../../src/figures/atomic-write/model.ts';
import { drawAtomicWrite, tell } from '../../../../src/figures/atomic-write/view.ts';

const found = (method: Method, accident: WriteState['accident'], sync = true) => film(method, { accident, sync }).map((moment) => moment.found.join(' '));

describe('the chapter’s table', () => {
  test('direct, power cut', () => {
    expect(found('direct', 'power')).toEqual(['old', 'old empty', 'old empty', 'old empty', 'old empty torn new', 'new', 'new', 'new', 'new']);
  });
  test('direct, killed program: the kernel lives on', () => {
    expect(found('direct', 'kill')).toEqual(['old', 'empty', 'empty', 'empty', 'new', 'new', 'new', 'new', 'new']);
  });
  test('temporary file with fsync: old or new at every moment', () => {
    expect(found('temp', 'power')).toEqual(['old', 'old', 'old', 'old', 'old', 'old', 'old', 'old new', 'new']);
    expect(found('temp', 'kill')).toEqual(['old', 'old', 'old', 'old', 'old', 'old', 'old', 'new', 'new']);
    for (const accident of accidents) expect(film('temp', { accident, sync: true }).every(sound)).toBe(true);
  });
  test('without fsync the name may reach the disk before the contents', () => {
    expect(found('temp', 'power', false)).toEqual(['old', 'old', 'old', 'old', 'old', 'old', 'old empty torn new']);
    expect(found('temp', 'kill', false).at(-1)).toBe('new');
  });
});

test('two poems, then four, wait in the buffer; flush and fsync move them on', () => {
  const moments = film('temp', { accident: 'power', sync: true });
  expect(moments.map(({ buffered, kernel, disk }) => [buffered, kernel, disk]).slice(1, 6)).toEqual([[0, 0, 0], [2, 0, 0], [4, 0, 0], [0, 4, 0], [0, 4, 4]]);
});

test('opens after the first write, as the hand example', () => {
  expect(stepsOf(initialState)[initialState.step]).toBe('write 1');
  expect(tell(initialState)).toBe('write 1 之后断电：直接覆盖，名字下面可能是旧版、空文件；临时文件 + replace，名字下面是旧版。');
  expect(momentOf('direct', initialState).found).toEqual(['old', 'empty']);
});

test('every state can be drawn; controls change it; damaged states are refused', () => {
  for (const accident of accidents) for (const sync of [true, false]) for (const step of operations.keys()) {
    const state: WriteState = { accident, sync, step };
    expect(drawAtomicWrite(state)).toContain('</svg>');
    expect(tell(state)).not.toContain('undefined');
    for (const method of methods) expect(momentOf(method, state).found.length).toBeGreaterThan(0);
  }
  const send = (state: WriteState, name: string, value = '', at: number[] = []) => figure.update(state, { name, at, value });
  expect(send(initialState, 'cut', '', [4])).toEqual({ ...initialState, step: 4 });
  expect(send(initialState, 'cut', '', [2])).toBe(initialState);
  expect(send(initialState, 'accident', 'kill').accident).toBe('kill');
  const unsynced = send({ ...initialState, step: 8 }, 'sync');
  expect(unsynced).toEqual({ ...initialState, sync: false, step: 6 });
  expect(stepsOf(unsynced)[shownStep(unsynced)]).toBe('replace');
  expect(stepsOf(send(unsynced, 'sync', 'on'))[7]).toBe('replace');
  for (const broken of [{}, { ...initialState, accident: 'fire' }, { ...initialState, step: 9 }, { ...initialState, sync: 1 }, { ...initialState, extra: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
});
