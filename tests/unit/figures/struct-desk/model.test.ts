import { expect, test } from 'vitest';
import { figure } from '../../../../src/figures/struct-desk/element.ts';
import { examples, initialState, layout, pack, unpack, type Order } from '../../../../src/figures/struct-desk/model.ts';
import { drawStructDesk, tell } from '../../../../src/figures/struct-desk/view.ts';

const code = (order: Order, format: string, values: string): string => {
  const packed = pack({ order, format, values });
  return typeof packed === 'string' ? packed : packed.bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
};
const total = (order: Order, format: string): number | string => {
  const plan = layout(format, order);
  return typeof plan === 'string' ? plan : plan.total;
};

test('the first frame is the header of the MNIST images, and its misreading is the chapter’s', () => {
  expect(code('>', '4I', '2051 60000 28 28')).toBe('00 00 08 03 00 00 ea 60 00 00 00 1c 00 00 00 1c');
  const packed = pack(initialState);
  expect(typeof packed === 'string' ? packed : unpack(packed.bytes, '4I', '>')).toEqual(['2051', '60000', '28', '28']);
  expect(typeof packed === 'string' ? packed : unpack(packed.bytes, '4I', '<')).toEqual(['50855936', '1625948160', '469762048', '469762048']);
});

test('sizes and padding agree with struct.calcsize', () => {
  const orders = ['<', '>', '@'] as const;
  expect(orders.map((order) => total(order, 'BI'))).toEqual([5, 5, 8]);
  expect([total('@', 'IB'), total('@', 'IB0I'), total('@', '4sBHqI'), total('<', '4sBHqI')]).toEqual([5, 8, 20, 19]);
  expect(orders.map((order) => total(order, '4sBxHqI'))).toEqual([20, 20, 20]);
  expect(code('@', 'BI', '7 1')).toBe('07 00 00 00 01 00 00 00');
  expect(tell({ order: '@', format: 'BI', values: '7 1' })).toContain('补空 3 个');
  expect(tell({ order: '@', format: 'BI', values: '7 1' })).toContain('要 5 个字节，有 8 个');
});

test('the header of the bigram file is the one the chapter prints', () => {
  expect(code('<', '4sBxHqI', 'TANG 1 850 1772931600 1865')).toBe('54 41 4e 47 01 00 52 03 10 ca ac 69 00 00 00 00 49 07 00 00');
});

test('negative and broken numbers are written as struct writes them', () => {
  expect(code('<', 'h', '-2')).toBe('fe ff');
  expect(code('>', 'q', '-1')).toBe('ff ff ff ff ff ff ff ff');
  expect(code('<', 'f', '0.1')).toBe('cd cc cc 3d');
  expect(code('>', 'd', '0.1')).toBe('3f b9 99 99 99 99 99 9a');
  expect(unpack([0xcd, 0xcc, 0xcc, 0x3d], 'f', '<')).toEqual(['0.100000001']);
  expect(unpack([0xfe, 0xff], 'h', '<')).toEqual(['-2']);
  expect(code('<', '4s', 'AB')).toBe('41 42 00 00');
});

test('what struct refuses is said in words', () => {
  expect(code('<', 'B', '300')).toBe('300 放不进 B（0 到 255）。');
  expect(code('<', '?', '2')).toBe('01');
  expect(code('<', 'b', '-129')).toContain('-128 到 127');
  expect(code('<', '2H', '1')).toBe('格式要 2 个值，给了 1 个。');
  expect(code('<', '4', '1')).toContain('字母结尾');
  expect(code('<', '33x', '')).toContain('33 个字节');
  expect(code('<', 'f', '1e99')).toContain('装不下');
});

test('a prefix typed into the format changes the order; other states are refused', () => {
  const act = (name: string, value: string) => figure.update(initialState, { name, value, at: [] });
  expect(act('format', '@BI')).toEqual({ order: '@', format: 'BI', values: '2051 60000 28 28' });
  expect(act('format', 'Z')).toBe(initialState);
  expect(act('order', '<')).toEqual({ ...initialState, order: '<' });
  expect(figure.parse({ ...initialState, order: '!' })).toBeUndefined();
  expect(figure.parse({ ...initialState, values: '一' })).toBeUndefined();
});

test('every example can be drawn without a refusal', () => {
  for (const [, state] of examples) {
    expect(typeof pack(state)).toBe('object');
    expect(drawStructDesk(state)).toContain('</svg>');
  }
  expect(drawStructDesk({ order: '<', format: 'B', values: '300' })).toContain('放不进');
});
