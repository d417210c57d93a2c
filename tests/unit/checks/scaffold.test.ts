import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBook } from '../../../src/book/read.ts';
import { checkBook } from '../../../src/checks/run.ts';
import { scaffold } from '../../../src/checks/scaffold.ts';
import { chapterText, contentTree } from './content-tree.ts';

const outline = `# 第一部分
order: 1
title: 大模型   # 会变
promise: 会拆开一个模型
sections:
  - id: base
    title: 基础
    promise: 先把地基打好
    chapters:
      # 从这里开始
      - id: masks
      - title: "多头：一起看"
        id: heads
        # 为什么排在这里
        planned: true
        requires: [llm/base/masks, llm/base/rope]

      - { id: rope, title: 旋转, planned: true } # 行尾
# 结尾
`;

function tree() {
  return contentTree({ 'llm/_part.yaml': outline, 'llm/base/masks.mdx': chapterText('文。\n', '掩码') });
}

/** The two files that a new chapter gives, after the checks have found nothing in them. */
function made(id: string): Record<string, string> {
  const folder = tree();
  const result = scaffold(id, readBook(folder));
  if (!result.ok) throw new Error(result.message);
  for (const { path, text } of result.files) {
    mkdirSync(dirname(join(folder.content, path)), { recursive: true });
    writeFileSync(join(folder.content, path), text);
  }
  expect(checkBook(readBook(folder), { publicFiles: new Set(), figures: new Set() })).toEqual([]);
  return Object.fromEntries(result.files.map(({ path, text }) => [path, text]));
}

describe('scaffold', () => {
  test('takes title and prerequisites from the plan and leaves the id and the comments in the outline', () => {
    const files = made('llm/base/heads');
    expect(files['llm/base/heads.mdx']).toMatch(
      /^---\ntitle: 多头：一起看\nsummary: .{10,}\nlevel: core\nrequires:\n  - llm\/base\/masks\n  - llm\/base\/rope\n---\n/);
    expect(files['llm/_part.yaml']).toBe(outline.replace(`- title: "多头：一起看"
        id: heads
        # 为什么排在这里
        planned: true
        requires: [llm/base/masks, llm/base/rope]
`, `- id: heads
        # 为什么排在这里
`));
  });

  test('reduces an entry in braces where it stands', () => {
    expect(made('llm/base/rope')['llm/_part.yaml']).toBe(outline.replace('{ id: rope, title: 旋转, planned: true }', '{ id: rope }'));
  });

  test('adds an id that is not planned at the end of its section', () => {
    const files = made('llm/base/moe');
    expect(files['llm/_part.yaml']).toBe(outline.replace('# 行尾\n', '# 行尾\n      - id: moe\n'));
    expect(files['llm/base/moe.mdx']).toContain('title: moe\n');
  });

  test.each([
    ['llm/base/masks', 'content/llm/base/masks.mdx 已经存在', '直接编辑它；要重写就先删去它。'],
    ['llm/Base/x', '「llm/Base/x」不是章 id', '写成 部分/节/章 或 部分/章，只用小写字母、数字和连字符，例如 llm/transformer/masks。'],
    ['../x', '「../x」不是章 id', '写成 部分/节/章 或 部分/章，只用小写字母、数字和连字符，例如 llm/transformer/masks。'],
    ['lm/base/x', '没有「lm」这一部分',
      '是不是「llm」？已有的部分：llm；新的部分要先写 content/lm/_part.yaml（order、title、promise、sections）。'],
    ['llm/basis/x', '「大模型」里没有 llm/basis',
      '是不是「llm/base」？章可以放在：llm/base；新的节要先在 content/llm/_part.yaml 的 sections 里写 id、title、promise、chapters。'],
    ['llm/x', '「大模型」里没有 llm',
      '章可以放在：llm/base；新的节要先在 content/llm/_part.yaml 的 sections 里写 id、title、promise、chapters。'],
  ])('refuses %s', (id, message, hint) => {
    expect(scaffold(id, readBook(tree()))).toEqual({ ok: false, message, hint });
  });

  test('refuses to edit an outline that is broken', () => {
    expect(scaffold('llm/base/x', readBook(contentTree({ 'llm/_part.yaml': 'order: [\n' })))).toEqual(
      { ok: false, message: 'content/llm/_part.yaml 有错误', hint: '先运行 npm run check，改好它再来。' });
  });
});
