import { describe, expect, test } from 'vitest';
import { unexecuted } from '../../../src/examples/cells.ts';
import { cellsIn, chapterOf } from './helpers.ts';

describe('the executable blocks of a chapter', () => {
  test('are its Python blocks, and those of other languages that say run', () => {
    const source = ['python', 'bash', 'bash run', 'c run', 'cpp run', 'js run', 'text'].map((info) => `\`\`\`${info}\n1\n\`\`\`\n`).join('\n');
    expect(cellsIn(source).map(({ language }) => language)).toEqual(['python', 'bash', 'c', 'cpp']);
  });

  test('are not those with norun, whose reasons are counted', () => {
    const chapter = chapterOf('```python norun="要联网"\n1\n```\n\n```bash norun="要 GPU"\n1\n```\n');
    expect(cellsIn(chapter.source)).toEqual([]);
    expect(unexecuted(chapter)).toEqual(['要联网', '要 GPU']);
  });

  test('stand inside tags, lists and quotations too', () => {
    expect(cellsIn('<Listing id="lst-a">\n\n```python\n1\n```\n\n</Listing>\n\n- a\n\n  ```python\n  2\n  ```\n\n> ```python\n> 3\n> ```\n')
      .map(({ code }) => code)).toEqual(['1\n', '2\n', '3\n']);
  });

  test('have the output that follows at once, and no other', () => {
    const [first, second, third] = cellsIn('```python\n1\n```\n\n```output\n一\n```\n\n```python\n2\n```\n\n字\n\n```output\n二\n```\n\n```python\n3\n```\n\n```output\n```\n');
    expect([first?.output, second?.output, third?.output]).toEqual(['一\n', undefined, '']);
  });

  test('are found at their line', () => {
    expect(cellsIn('字\n\n```python\n1\n```\n')[0]).toMatchObject({ line: 3, column: 1, code: '1\n' });
  });
});
