import type { Chapter } from '../../book/model.ts';
import type { Block } from './search-copy.ts';

/** What a chapter's page and its source say differently; empty where every result can be opened. */
export function disagreements({ id, title, facts }: Chapter, blocks: readonly Block[] | undefined): string[] {
  if (blocks === undefined) return [`${id}：页面里没有 data-pagefind-body，读者搜不到这一章。`];
  const headings = blocks.filter((block) => block.kind === 'heading');
  const missing = facts.headings.filter(({ depth, id: anchor }) => depth <= 3 && !headings.some((heading) => heading.id === anchor));
  const head = headings.find(({ depth }) => depth === 1);
  return [
    ...(head === undefined || head.text.replace(/\s/g, '') === title.replace(/\s/g, '') ? [] : [`${id}：页面的标题是「${head.text}」，书里是「${title}」。`]),
    ...(head === undefined ? [`${id}：页面里没有 h1。`] : []),
    ...missing.map(({ text, id: anchor }) => `${id}：页面里没有锚点 #${anchor}（「${text}」），搜索结果会指向不存在的地方。`),
  ];
}
