import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapterText, contentTree, partText } from '../unit/checks/content-tree.ts';

const root = resolve(import.meta.dirname, '../..');

function run(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/checks', script), ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run check', () => {
  test('says in one line what was looked at, and ends with 0, where all is well', () => {
    const { content } = contentTree({ 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': chapterText('见 [本章](#top)，$x$。\n') });
    expect(run('cli.ts', '--content', content)).toEqual({
      status: 0, stderr: '',
      stdout: '内容检查通过。查过 1 章（另有 0 章计划中）、0 个单页：1 个链接、1 个公式、0 个代码块、0 个术语、0 处引用、0 条文献。\n',
    });
  });

  test('prints every issue with place and hint, then their number, and ends with 1', () => {
    expect(run('cli.ts', '--content', 'tests/fixtures/checks/missing-image/content')).toEqual({
      status: 1, stderr: '',
      stdout: `${readFileSync(join(root, 'tests/fixtures/checks/missing-image/expected.txt'), 'utf8')
        .replaceAll('content/ml/knn.mdx:', 'tests/fixtures/checks/missing-image/content/ml/knn.mdx:')}\n共 4 处问题，在 1 个文件里。\n`,
    });
  });

  test.each([
    [['--content', 'nowhere'], /^内容文件夹 .*nowhere 不存在\n用法：/],
    [['--contents', 'x'], /^不认识的参数：--contents x\n用法：/],
  ])('%j is answered with the usage and 2', (args, said) => {
    const { status, stdout, stderr } = run('cli.ts', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });
});

describe('npm run new', () => {
  test('writes a chapter that passes the check', () => {
    const { content } = contentTree({ 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': chapterText() });
    const { status, stdout } = run('new.ts', 'ml/svm', '--content', content);
    expect([status, stdout.split('\n').length]).toEqual([0, 4]);
    expect(existsSync(join(content, 'ml/svm.mdx'))).toBe(true);
    expect(run('cli.ts', '--content', content).status).toBe(0);
  });

  test('refuses with reason and hint, ends with 1 and writes nothing', () => {
    const { content } = contentTree({ 'ml/_part.yaml': partText('knn'), 'ml/knn.mdx': chapterText() });
    expect(run('new.ts', 'ml/knn', '--content', content)).toEqual({
      status: 1, stdout: '', stderr: 'content/ml/knn.mdx 已经存在\n    → 直接编辑它；要重写就先删去它。\n',
    });
    expect(readFileSync(join(content, 'ml/knn.mdx'), 'utf8')).toBe(chapterText());
    expect(run('new.ts')).toEqual({ status: 1, stdout: '', stderr: '用法：npm run new -- llm/transformer/masks\n' });
  });
});
