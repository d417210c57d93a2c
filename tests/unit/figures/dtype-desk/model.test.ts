import { describe, expect, test } from 'vitest';
import { figure } from '../../../../src/figures/dtype-desk/element.ts';
import {
  brightened, dtypes, initialState, operand, operations, outcome, promoted, rights, rounded, span, wrapped, type DtypeDeskState,
} from '../../../../src/figures/dtype-desk/model.ts';
import { drawDtypeDesk, show, tell } from '../../../../src/figures/dtype-desk/view.ts';

const desk = (change: Partial<DtypeDeskState>): DtypeDeskState => ({ ...initialState, ...change });

test('promotion, row by row as np.result_type gives it', () => {
  const of = (name: (typeof dtypes)[number]): readonly string[] => rights.map((right) => promoted(name, right));
  expect(of('uint8')).toEqual(['uint8', 'int16', 'int16', 'int64', 'float16', 'float32', 'float64', 'uint8', 'float64']);
  expect(of('int8')).toEqual(['int16', 'int8', 'int16', 'int64', 'float16', 'float32', 'float64', 'int8', 'float64']);
  expect(of('int16')).toEqual(['int16', 'int16', 'int16', 'int64', 'float32', 'float32', 'float64', 'int16', 'float64']);
  expect(of('int64')).toEqual(['int64', 'int64', 'int64', 'int64', 'float64', 'float64', 'float64', 'int64', 'float64']);
  expect(of('float16')).toEqual(['float16', 'float16', 'float32', 'float64', 'float16', 'float32', 'float64', 'float16', 'float16']);
  expect(of('float32')).toEqual(['float32', 'float32', 'float32', 'float64', 'float32', 'float32', 'float64', 'float32', 'float32']);
  expect(of('float64')).toEqual(Array.from({ length: 9 }, () => 'float64'));
});

describe('the numbers of the chapter', () => {
  test('206 + 50 comes back to 0, 5 − 6 to 255, 100 + 50 in int8 to −106', () => {
    expect(outcome(initialState)).toEqual({ type: 'uint8', x: 206, y: 50, exact: 256, result: 0 });
    expect(outcome(desk({ x: 5, y: 6, op: '−' })).result).toBe(255);
    expect(outcome(desk({ left: 'int8', right: 'int8', x: 100 })).result).toBe(-106);
    expect([300, -1, 128].map((value) => wrapped('uint8', value))).toEqual([44, 255, 128]);
  });
  test('a Python integer that does not fit is refused', () => {
    expect(outcome(desk({ x: 1, y: 300 })).result).toBeUndefined();
    expect(outcome(desk({ x: 1, y: -1 })).result).toBeUndefined();
    expect(tell(desk({ x: 1, y: 300 }))).toContain('OverflowError：300 放不进 uint8');
  });
  test('the image, three ways', () => expect(brightened(50)).toEqual([
    ['环绕', [50, 110, 170, 230, 250, 255, 0, 49]],
    ['截断', [50, 110, 170, 230, 250, 255, 255, 255]],
    ['浮点', [50, 110, 170, 230, 250, 255, 256, 305]],
  ]));
  test('float16 ends at 65504 and cannot count past 2048', () => {
    expect(span('float16')[1]).toBe(65504);
    expect(outcome(desk({ left: 'float16', right: 'float16', x: 60000, y: 10000 })).result).toBe(Infinity);
    expect(outcome(desk({ left: 'float16', x: 2048, y: 1 })).result).toBe(2048);
    expect(outcome(desk({ left: 'float16', x: 0, y: 70000, op: '×' })).result).toBeNaN();
    expect(outcome(desk({ left: 'float32', right: 'float', x: 0.1, y: 0.2 })).result).toBe(Math.fround(0.30000001192092896));
    expect(rounded('float32', 0.1)).not.toBe(0.1);
  });
});

describe('the reader', () => {
  test('hears the type, the result and the pixel', () => expect(tell(initialState)).toBe(
    'uint8 的 206 + Python int 的 50：按 uint8 算，结果 0。真值 256，绕回 0。亮度加 50 后，206 那一格：环绕 0，截断 255，浮点 256。'));
  test('may only enter what the type holds', () => {
    expect([operand('uint8', -3), operand('int8', 300), operand('int', 2.7), operand('float16', 70000)]).toEqual([0, 127, 2, 65504]);
    expect(show(-Infinity)).toBe('−inf');
  });
  test('changes each part, and nothing by unknown names', () => {
    const act = (name: string, value: string, at: number[] = []): DtypeDeskState => figure.update(initialState, { name, at, value });
    expect(act('left', 'int8').left).toBe('int8');
    expect(act('right', 'float').right).toBe('float');
    expect(act('op', '×').op).toBe('×');
    expect([act('x', '7').x, act('y', '900000').y, act('bright', '-9').bright]).toEqual([7, 70000, -9]);
    expect(act('pixel', '', [7])).toMatchObject({ x: 255, y: 50, left: 'uint8' });
    expect(act('left', 'int3')).toEqual(initialState);
    expect(act('what', '')).toBe(initialState);
  });
  test('cannot share a damaged state', () => {
    for (const damage of [{ left: 'int3' }, { op: '/' }, { x: 1e9 }, { bright: 0.5 }, { more: 1 }]) expect(figure.parse({ ...initialState, ...damage })).toBeUndefined();
  });
  test('sees every state drawn', () => {
    for (const left of dtypes) for (const right of rights) for (const op of operations) for (const y of [-70000, 0, 70000]) {
      expect(drawDtypeDesk(desk({ left, right, op, y }))).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
