import { describe, expect, test } from 'vitest';
import { breadcrumbs, locate, neighboursOf } from '../../../src/book/outline.ts';
import { readBook } from '../../../src/book/read.ts';
import { chapterText, contentTree } from '../checks/content-tree.ts';

const sectioned = `order: 2
title: 大模型
promise: 会拆开一个模型
sections:
  - id: base
    title: 基础
    promise: 先把地基打好
    chapters:
      - id: masks
      - id: heads
        title: 多头
        planned: true
        requires: [llm/base/masks]
  - id: more
    title: 更多
    promise: 再往前走一步
    chapters:
      - id: rope
`;
const flat = 'order: 1\ntitle: 语言\npromise: 会写一个函数\nchapters:\n  - id: day01\n';

function book() {
  return readBook(contentTree({
    'llm/_part.yaml': sectioned, 'python/_part.yaml': flat, 'python/day01.mdx': chapterText('文。\n', '变量'),
    'llm/base/masks.mdx': chapterText('文。\n', '掩码'), 'llm/more/rope.mdx': chapterText('文。\n', '旋转'),
  })).book;
}

describe('the outline', () => {
  test('numbers parts by their order and counts planned chapters', () => {
    expect([...book().entries.values()].map(({ id, number, kind }) => `${number} ${id} ${kind}`)).toEqual([
      '1.1 python/day01 written', '2.1.1 llm/base/masks written', '2.1.2 llm/base/heads planned', '2.2.1 llm/more/rope written',
    ]);
  });

  test('a part without sections is one section of the same id', () => {
    expect(book().parts.map(({ id, divided, sections }) => [id, divided, sections.map((section) => section.id)])).toEqual([
      ['python', false, ['python']], ['llm', true, ['llm/base', 'llm/more']],
    ]);
  });

  test('neighbours skip planned chapters and cross parts', () => {
    const around = neighboursOf(book().chapters, 'llm/base/masks');
    expect([around?.previous?.id, around?.next?.id]).toEqual(['python/day01', 'llm/more/rope']);
    expect(neighboursOf(book().chapters, 'python/day01')).not.toHaveProperty('previous');
  });

  test('locate finds part and section of a chapter, and of a section itself', () => {
    const { parts } = book();
    expect(locate(parts, 'llm/more/rope')?.section.id).toBe('llm/more');
    expect(locate(parts, 'llm/more')?.section.id).toBe('llm/more');
    expect(locate(parts, 'python/day01')?.section.id).toBe('python');
    expect(locate(parts, 'llm/mor/rope')).toBeUndefined();
  });

  test('breadcrumbs name a section only where the part is divided', () => {
    const { parts } = book();
    const at = (id: string) => {
      const found = locate(parts, id);
      return found && breadcrumbs(found.part, found.section);
    };
    expect(at('llm/base/masks')).toEqual([{ title: '大模型', path: '/llm/' }, { title: '基础', path: '/llm/base/' }]);
    expect(at('python/day01')).toEqual([{ title: '语言', path: '/python/' }]);
  });
});
