import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkPins, environmentHash, findPython, looseRequirements, packageName, pinnedPackages } from '../../../src/examples/environment.ts';

function content(pins?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pins-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (pins !== undefined) writeFileSync(join(folder, 'requirements.txt'), pins);
  return folder;
}

describe('pins', () => {
  test.each([
    'numpy==2.4.6', 'scikit-learn==1.9.0', 'torch==2.13.0+cpu', 'uvicorn[standard]==0.30.1', 'a==1.0  # 原因', '# 只有一句话', '',
    '--extra-index-url https://download.pytorch.org/whl/cpu',
  ])('are exact: %j', (line) => expect(looseRequirements(line)).toEqual([]));

  test.each([
    'numpy', 'numpy>=2', 'numpy==2.*', 'numpy~=2.4', 'numpy==2.4.6 ; python_version<"3.13"', '-r more.txt', '--pre', 'git+https://example.org/a',
    'numpy == 2.4.6', '--extra-index-url http://example.org',
  ])('are refused when they are not: %j', (line) => expect(looseRequirements(line)).toEqual([{ line: 1, text: line }]));

  test('are all named when they are loose, with their lines', () => {
    expect(() => checkPins(content('numpy==1.0\npandas\n\n# x\nxgboost>2\n'))).toThrow(
      'content/requirements.txt:2:1  「pandas」不是精确的版本\n    → 每行写成 名==版本，如 numpy==2.4.6；这样每台机器跑的都一样。\n'
      + 'content/requirements.txt:5:1  「xgboost>2」不是精确的版本\n    → 每行写成 名==版本，如 numpy==2.4.6；这样每台机器跑的都一样。');
  });

  test('name packages as pip compares them', () => {
    expect(pinnedPackages(content('Scikit_Learn==1.0\n# pandas==3\nuvicorn[standard]==1\n'))).toEqual(new Set(['scikit-learn', 'uvicorn']));
    expect(packageName('Ruamel.yaml_X--y')).toBe('ruamel-yaml-x-y');
  });
});

describe('what a record remembers of the pins', () => {
  test('does not change with comments, order and blank lines', () => {
    expect(environmentHash(content('a==1\nb==2\n'))).toBe(environmentHash(content('# x\n\nb==2  # y\na==1')));
  });

  test('changes with a version and with a package', () => {
    expect(new Set(['a==1', 'a==2', 'a==1\nb==1', ''].map((pins) => environmentHash(content(pins)))).size).toBe(4);
  });

  test('is empty where nothing is executed', () => expect(environmentHash(content())).toBe(''));
});

test('a missing Python is named with what to do, and what does not need it', () => {
  expect(() => findPython(['/nowhere/python3', '/nowhere/python'])).toThrow(
    '没有找到 Python（试过 /nowhere/python3、/nowhere/python）；运行代码块需要 Python 3.11 或更新的版本。'
    + '安装它（https://www.python.org/downloads/），或用环境变量 PYTHON 指明解释器。只有运行代码块需要 Python；构建和阅读站点不需要。');
});
