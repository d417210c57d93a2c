import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatIssue } from '../../../src/lib/issue.ts';
import { parseYaml, yamlPlaces } from '../../../src/lib/yaml.ts';

const schema = z.strictObject({
  name: z.string().min(2),
  size: z.int().max(9).default(1),
  kind: z.enum(['a', 'b']).optional(),
  items: z.array(z.strictObject({ id: z.string() })).default([]),
});

function printed(text: string, firstLine = 1): string {
  const parsed = parseYaml(text, schema, 'x.yaml', firstLine);
  return parsed.ok ? '' : parsed.issues.map(formatIssue).join('\n');
}

describe('parseYaml', () => {
  test('gives the value with its defaults', () => {
    const parsed = parseYaml('name: 名字\n', schema, 'x.yaml');
    expect(parsed.ok && parsed.value).toEqual({ name: '名字', size: 1, items: [] });
  });

  test('says where each part of the value stands, counted from the first line in the file', () => {
    const parsed = parseYaml('name: 名字\nitems:\n  - id: x\n  - id: y\n', schema, 'x.yaml', 2);
    if (!parsed.ok) throw new Error('should parse');
    expect(parsed.placeOf(['items', 1, 'id'])).toEqual({ line: 5, column: 9 });
    expect(parsed.placeOf(['items', 1], 'value')).toEqual({ line: 5, column: 5 });
    expect(parsed.placeOf(['name'], 'key')).toEqual({ line: 2, column: 1 });
    expect(parsed.placeOf(['items', 7, 'id'])).toEqual({ line: 4, column: 3 });
  });

  test('names every violation at once, an unknown key at the key and a wrong value at the value', () => {
    expect(printed('nmae: 名\nname: 名\nsize: 12\nkind: c\nitems: [{ id: 1 }, { id: x, ix: y }]\n')).toBe([
      'x.yaml:2:7  「name」太短："名"\n    → 至少 2 个字。',
      'x.yaml:3:7  「size」太大：12\n    → 至多 9。',
      'x.yaml:4:7  「kind」的值 "c" 不在允许之列\n    → 写成下列之一：a、b。',
      'x.yaml:5:15  「items.0.id」应当是文字，这里是 1\n    → 这里要写文字；说明见 src/book/schema.ts。',
      'x.yaml:5:29  未知的键「ix」（位于 items.1）\n    → 是不是「id」？允许的键：id；哪些要一起写，见 src/book/schema.ts。',
      'x.yaml:1:1  未知的键「nmae」\n    → 是不是「name」？允许的键：name、size、kind、items；哪些要一起写，见 src/book/schema.ts。',
    ].join('\n'));
  });

  test('explains a member of a union that fits best', () => {
    const union = z.union([z.strictObject({ a: z.string(), list: z.array(z.int()) }), z.strictObject({ b: z.string() })]);
    const parsed = parseYaml('a: x\nlist: [1, y, z]\n', union, 'x.yaml');
    expect(parsed.ok ? [] : parsed.issues.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 11, '「list.1」应当是数字，这里是 "y"'], [2, 14, '「list.2」应当是数字，这里是 "z"'],
    ]);
  });

  test('says of a key of another member that it does not fit, not that it is unknown', () => {
    const union = z.union([z.strictObject({ a: z.string(), b: z.string() }), z.strictObject({ a: z.string(), c: z.string() })]);
    const parsed = parseYaml('a: x\nb: x\nc: x\n', union, 'x.yaml');
    expect(parsed.ok ? [] : parsed.issues.map(formatIssue)).toEqual([
      'x.yaml:2:1  键「b」与这里别的键搭配不起来\n    → 允许的键：a、b、c；哪些要一起写，见 src/book/schema.ts。',
    ]);
  });

  test.each([
    ['a: [1', 'x.yaml:1:6  YAML 语法错误：引号、括号或冒号没有成对\n    → 补上缺少的引号、] 或 }；键和值之间写冒号加空格。'],
    ['name: *x', 'x.yaml:1:1  YAML 语法错误：引用（&、*）没有定义，或层层展开后过大\n    → 不要用 YAML 的引用；以 & 或 * 开头的文字要加引号。'],
    ['name: @x', 'x.yaml:1:7  YAML 语法错误：值以 YAML 的特殊符号开头\n    → 给整个值加引号。'],
    ['name: 甲\n---\nname: 乙', 'x.yaml:2:1  YAML 语法错误：出现了第二个 ---\n    → 一个文件只写一份 YAML，删去多余的 ---。'],
  ])('explains the syntax error in %j', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test('shows what an alias stands for', () => {
    expect(printed('size: &a 1\nname: *a\n')).toBe('x.yaml:2:7  「name」应当是文字，这里是 1\n    → 这里要写文字；说明见 src/book/schema.ts。');
  });

  test('an alias bomb is an issue, not a crash', () => {
    const bomb = `a: &a [x]\n${'bcdefghi'.split('').map((name, index) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[index] ?? ''}`).join(', ')}]`).join('\n')}\n`;
    expect(printed(bomb)).toContain('层层展开后过大');
  });
});

test('yamlPlaces finds places in a text that is not checked', () => {
  expect(yamlPlaces('requires:\n  - a\n  - b\n', 2)(['requires', 1])).toEqual({ line: 4, column: 5 });
});
