import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loosePackages } from '../../../src/examples/failures.ts';
import { formatIssue } from '../../../src/lib/issue.ts';
import { cellsIn, chapterOf } from './helpers.ts';

test('a package that only came along with another has to be pinned too', () => {
  const content = mkdtempSync(join(tmpdir(), 'pins-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  writeFileSync(join(content, 'requirements.txt'), 'torch==2.13.0\nscikit-learn==1.9.0\n');
  const source = '```python\nimport torch\n```\n\n```python\nimport sympy\n```\n';
  const imports = [
    { cell: 0, module: 'torch', packages: ['torch'] }, { cell: 0, module: 'sklearn', packages: ['scikit_learn'] },
    { cell: 1, module: 'sympy', packages: ['sympy'] },
  ];
  const execution = { results: [], versions: {}, files: [], isolated: true, imports, drawings: new Map<string, Buffer>(), seconds: 1 };
  expect(loosePackages(chapterOf(source), cellsIn(source), execution, content).map(formatIssue)).toEqual([
    'content/ml/knn.mdx:5:1  第 2 个代码块导入 sympy，但 content/requirements.txt 里没有写 sympy\n    → 它只是随别的包装上的，版本不定：加上一行 名==版本。',
  ]);
});
