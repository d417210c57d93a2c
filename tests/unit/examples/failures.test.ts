import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Execution } from '../../../src/examples/execute.ts';
import { failures, loosePackages } from '../../../src/examples/failures.ts';
import { formatIssue } from '../../../src/lib/issue.ts';
import { cellsIn, chapterOf } from './helpers.ts';

const nothing: Execution = { results: [], versions: {}, files: [], isolated: true, imports: [], drawings: new Map<string, Buffer>(), seconds: 1 };

describe('what went wrong in a run', () => {
  const source = '```python\n1\n```\n\n```python\n2\n3\n```\n';
  const good = { output: '1\n', error: null, line: null, figure: null };
  const said = (execution: Partial<Execution>): string[] => failures(chapterOf(source), cellsIn(source), { ...nothing, ...execution }).map(formatIssue);

  test('is said at its block, with the line in the file and the end of what was printed', () => {
    const output = Array.from({ length: 13 }, (_, line) => `${line}\n`).join('');
    expect(said({ results: [good, { ...good, output, error: '抛出了 E：\nE: 坏\n', line: 2 }] })).toEqual([
      `content/ml/knn.mdx:5:1  第 2 个代码块失败（文件第 7 行）：抛出了 E：\n      E: 坏\n    在此之前的输出（最后 12 行，共 13 行）：\n${
        Array.from({ length: 12 }, (_, line) => `      ${line + 1}`).join('\n')}\n    → 改正代码；若这个异常正是要展示的，在围栏上写 raises=异常名。`,
    ]);
    expect(said({ results: [{ ...good, output: '0\n'.repeat(12), error: '坏' }] })[0]).toMatch(/^content\/ml\/knn\.mdx:1:1 {2}第 1 个代码块失败：坏\n {4}在此之前的输出：\n/);
    expect(said({ results: [{ ...good, output: '', error: '坏' }] })[0]).not.toContain('输出');
  });

  test('is said of a crash at the block that was running, and not where a block has failed already', () => {
    const crash = { reason: '解释器崩溃', line: 1 };
    expect(said({ results: [good], crash })).toEqual(['content/ml/knn.mdx:5:1  运行到第 2 个代码块时（文件第 6 行），解释器崩溃\n    → 上面的代码块已经跑完；从这一块查起。']);
    expect(said({ results: [{ ...good, error: '坏' }], crash })).toHaveLength(1);
  });

  test('is nothing where every block ended well', () => expect(said({ results: [good, good] })).toEqual([]));
});

test('a package that only came along with another has to be pinned too', () => {
  const content = mkdtempSync(join(tmpdir(), 'pins-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  writeFileSync(join(content, 'requirements.txt'), 'torch==2.13.0\nscikit-learn==1.9.0\n');
  const source = '```python\nimport torch\n```\n\n```python\nimport sympy\n```\n';
  const imports = [
    { cell: 0, module: 'torch', packages: ['torch'] }, { cell: 0, module: 'sklearn', packages: ['scikit_learn'] },
    { cell: 1, module: 'sympy', packages: ['sympy'] },
  ];
  expect(loosePackages(chapterOf(source), cellsIn(source), { ...nothing, imports }, content).map(formatIssue)).toEqual([
    'content/ml/knn.mdx:5:1  第 2 个代码块导入 sympy，但 content/requirements.txt 里没有写 sympy\n    → 它只是随别的包装上的，版本不定：加上一行 名==版本。',
  ]);
});
