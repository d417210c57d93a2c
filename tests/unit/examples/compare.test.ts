import { describe, expect, test } from 'vitest';
import { agrees, showDifference } from '../../../src/examples/compare.ts';

const exact = { varies: false };

describe('an output agrees with the recorded one', () => {
  test.each([
    ['1.0\n', '1.0\n', true],
    ['1.0\n', '1.00\n', false],
    ['1.0\n', '1.0', false],
    ['a  b\n', 'a b\n', false],
  ])('only when every character is the same: %j and %j', (expected, actual, same) => {
    expect(agrees(expected, actual, exact)).toBe(same);
  });

  test.each([
    ['loss 0.123456789\n', 'loss 0.123456790\n', true],
    ['loss 0.1234\n', 'loss 0.1235\n', false],
    ['[ 0.5 -1e-9]\n', '[0.5  2e-9]\n', false],
    ['[0.5 -1e-9]\n', '[0.5  2e-9]\n', true],
    ['1000000.1\n', '1000000.6\n', true],
    ['step 3\n', 'step 4\n', false],
    ['loss 0.1\n', 'Loss 0.1\n', false],
    ['0.1 0.2\n', '0.1\n', false],
    ['nan\n', '0.0\n', false],
  ])('with approx, when the words are the same and the numbers near: %j and %j', (expected, actual, same) => {
    expect(agrees(expected, actual, { varies: false, approx: 1e-6 })).toBe(same);
  });

  test.each([['3 ms\n', '5 ms\n', true], ['', '5 ms\n', false], ['3 ms\n', '', false]])(
    'with varies, when there is one at all: %j and %j',
    (expected, actual, same) => expect(agrees(expected, actual, { varies: true })).toBe(same),
  );
});

describe('the difference of two outputs', () => {
  test('shows what changed and two lines around it', () => {
    const text = (middle: string): string => ['a', 'b', 'c', 'd', middle, 'e', 'f', 'g', 'h', 'i', ''].join('\n');
    expect(showDifference(text('x'), text('y'))).toBe([
      '        …（2 行相同）', '        c', '        d', '      - x', '      + y', '        e', '        f', '        …（3 行相同）',
    ].join('\n'));
  });

  test('shows a missing output as lines that are gone', () => {
    expect(showDifference('a\nb\n', '')).toBe('      - a\n      - b');
  });

  test('of two long outputs with nothing in common is shown at once, with the head of both', () => {
    const many = (word: string): string => Array.from({ length: 20_000 }, (_, line) => `${word} ${line}\n`).join('');
    const started = performance.now();
    const lines = showDifference(many('甲'), many('乙')).split('\n');
    expect(performance.now() - started).toBeLessThan(2000);
    expect([lines.length, lines[0], lines[29], lines[30], lines[59]]).toEqual(
      [60, '      - 甲 0', '      - …（还有 19971 行）', '      + 乙 0', '      + …（还有 19971 行）']);
    expect(showDifference('甲\n', many('乙')).split('\n').slice(0, 2)).toEqual(['      - 甲', '      + 乙 0']);
  });

  test('cuts what is too long to read', () => {
    const many = Array.from({ length: 200 }, (_, line) => `${line}\n`).join('');
    expect(showDifference('', many).split('\n')).toHaveLength(61);
    expect(showDifference('', many)).toMatch(/\n {8}…（还有 140 行）$/);
    expect(showDifference('', `${'x'.repeat(500)}\n`)).toBe(`      + ${'x'.repeat(200)}…（共 500 字）`);
  });
});
