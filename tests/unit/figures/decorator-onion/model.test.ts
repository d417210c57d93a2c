import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/decorator-onion/element.ts';
import { callFilm, cellFilm, initialState, stacks, swapped, type Kind } from '../../../../src/figures/decorator-onion/model.ts';
import { count, onionSvg, tell } from '../../../../src/figures/decorator-onion/view.ts';

const printed = (...layers: readonly Kind[]): readonly string[] => callFilm(layers).at(-1)?.printed ?? [];

test('the lower decorator is put on first, the upper one is entered first and left last', () => {
  expect(printed('star', 'quote')).toEqual(['装 quote', '装 star', '进 star', '进 quote', '函数体', '出 quote 「月」', '出 star *「月」*']);
});

test('the first frame shows the whole of the chapter\'s example', () => {
  for (const line of printed('star', 'quote')) expect(onionSvg(initialState)).toContain(line);
});

test('in the other order the result changes too', () => {
  expect(printed('quote', 'star').at(-1)).toBe('出 quote 「*月*」');
});

test('a layer that calls twice runs all that lies within it twice', () => {
  expect(printed('twice', 'star').filter((line) => line === '函数体')).toHaveLength(2);
  expect(printed('twice', 'star').at(-1)).toBe('出 twice *月**月*');
  expect(printed('star', 'twice').at(-1)).toBe('出 star *月月*');
  expect(printed('star', 'twice').filter((line) => line === '进 star')).toHaveLength(1);
  expect(printed('twice', 'star').filter((line) => line === '进 star')).toHaveLength(2);
  expect(printed('twice', 'star').filter((line) => line.startsWith('装'))).toHaveLength(2);
});

test('definition prints once, before any call', () => {
  for (const stack of stacks) {
    const lines = printed(...stack);
    expect(lines.slice(0, stack.length)).toEqual([...stack].reverse().map((kind) => `装 ${kind}`));
    expect(lines.slice(stack.length).some((line) => line.startsWith('装'))).toBe(false);
  }
  expect(stacks).toHaveLength(12);
});

test('three functions over one cell all give 2; default arguments give 0 1 2', () => {
  expect(cellFilm(false).at(-1)?.results).toEqual([2, 2, 2]);
  expect(cellFilm(true).at(-1)?.results).toEqual([0, 1, 2]);
});

test('pressing a line moves it up; the first one moves down', () => {
  expect(swapped(['star', 'quote', 'twice'], 2)).toEqual(['star', 'twice', 'quote']);
  expect(swapped(['star', 'quote'], 0)).toEqual(['quote', 'star']);
});

test('damaged states are refused, every state can be drawn and told', () => {
  for (const broken of [{ ...initialState, layers: ['star'] }, { ...initialState, layers: ['star', 'star'] }, { ...initialState, mode: 'x' }, { ...initialState, step: 1.5 }, { ...initialState, kept: 1 }, null]) {
    expect(figure.parse(broken)).toBeUndefined();
  }
  for (const layers of stacks) for (const mode of ['calls', 'cells'] as const) for (const kept of [false, true]) {
    const state = { ...initialState, layers, mode, kept };
    for (let step = 0; step < count(state); step += 1) {
      expect(figure.parse({ ...state, step })).toEqual({ ...state, step });
      expect(onionSvg({ ...state, step })).toContain('</svg>');
      expect(`${onionSvg({ ...state, step })}${tell({ ...state, step })}`).not.toMatch(/undefined|NaN/);
    }
  }
});

test('what the reader does alters the state', () => {
  const act = (name: string, value = '', ...at: number[]) => figure.update(initialState, { name, value, at });
  expect(act('swap', '', 1).layers).toEqual(['quote', 'star']);
  expect(act('mode', 'cells').mode).toBe('cells');
  expect(act('layers', 'twice star').layers).toEqual(['twice', 'star']);
  expect(act('kept', 'on').kept).toBe(true);
  expect(act('unknown')).toBe(initialState);
});
