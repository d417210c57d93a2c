import { describe, expect, test } from 'vitest';
import { withOutputs } from '../../../src/examples/rewrite.ts';
import { cellsIn } from './helpers.ts';

const rewritten = (source: string, ...outputs: string[]): string => withOutputs(source, cellsIn(source), outputs);
const block = (code: string): string => `\`\`\`python\n${code}\n\`\`\`\n`;
const printed = (text: string): string => `\`\`\`output\n${text}\n\`\`\`\n`;

describe('writing outputs into a chapter', () => {
  test('adds what is missing, replaces what is old and removes what is gone', () => {
    const source = `字\n\n${block('1')}\n${printed('旧')}\n中\n\n${block('2')}\n末\n\n${block('3')}\n${printed('多')}`;
    expect(rewritten(source, '新\n', '二\n', '')).toBe(`字\n\n${block('1')}\n${printed('新')}\n中\n\n${block('2')}\n${printed('二')}\n末\n\n${block('3')}`);
  });

  test('changes nothing when the outputs are those that stand there', () => {
    const source = `---\ntitle: 近邻\n---\n\n${block('1')}\n${printed('一')}\n行末\n`;
    expect(rewritten(source, '一\n')).toBe(source);
  });

  test.each(['```\n', '````\n', '  ````x\n', '```output\nx\n```\n'])('fences an output that holds backticks: %j', (output) => {
    const source = rewritten(block('1'), output);
    expect(cellsIn(source)[0]?.output).toBe(output);
    expect(rewritten(source, output)).toBe(source);
  });

  test.each([
    ['- 一步：\n\n  ```python\n  1\n  ```\n', '- 一步：\n\n  ```python\n  1\n  ```\n\n  ```output\n  a\n\n  b\n  ```\n'],
    ['- ```python\n  1\n  ```\n', '- ```python\n  1\n  ```\n\n  ```output\n  a\n\n  b\n  ```\n'],
    ['> ```python\n> 1\n> ```\n', '> ```python\n> 1\n> ```\n>\n> ```output\n> a\n>\n> b\n> ```\n'],
  ])('keeps to the list or quotation that the block stands in: %j', (source, expected) => {
    expect(rewritten(source, 'a\n\nb\n')).toBe(expected);
    expect(cellsIn(expected)[0]?.output).toBe('a\n\nb\n');
    expect(rewritten(expected, 'a\n\nb\n')).toBe(expected);
  });

  test('keeps dollar signs and backslashes', () => {
    expect(rewritten(block('1'), '$& $1 \\n\n')).toBe(`${block('1')}\n${printed('$& $1 \\n')}`);
  });
});
