import type { Book } from '../book/model.ts';
import { formatIssue, type Issue } from '../lib/issue.ts';
import { textsOf } from './check.ts';

/** What was looked at, for the line that says that all is well. */
function extent(book: Book): string {
  const sum = (key: 'links' | 'formulas' | 'fences' | 'citations'): number =>
    textsOf(book).reduce((total, { facts }) => total + facts[key].length, 0);
  return `${book.chapters.length} 章（另有 ${book.entries.size - book.chapters.length} 章计划中）、${book.pages.length} 个单页：` +
    `${sum('links')} 个链接、${sum('formulas')} 个公式、${sum('fences')} 个代码块、` +
    `${book.lexicon.length} 个术语、${sum('citations')} 处引用、${book.references.size} 条文献`;
}

/** The whole text that `npm run check` prints. */
export function report(book: Book, issues: readonly Issue[]): string {
  if (issues.length === 0) return `内容检查通过。查过 ${extent(book)}。\n`;
  const files = new Set(issues.map(({ file }) => file)).size;
  return `${issues.map(formatIssue).join('\n')}\n\n共 ${issues.length} 处问题，在 ${files} 个文件里。\n`;
}
