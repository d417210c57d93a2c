import type { AstroIntegration } from 'astro';
import type { ContentFolder, ReadResult } from '../book/read.ts';
import { checkBook, readAssets } from '../checks/run.ts';
import { staleExamples } from '../examples/stale.ts';
import { formatIssue } from '../lib/issue.ts';
import type { Refreshable } from '../lib/refreshable.ts';
import type { Setter } from '../markdown/katex.ts';

/** Stops a build whose content breaks a rule, after naming every offence; the live server only prints them. */
export function contentChecks(folder: ContentFolder, book: Refreshable<ReadResult>, setFormula: Setter): AstroIntegration {
  const report = (): string[] =>
    [...checkBook(book.get(), readAssets(), setFormula), ...staleExamples(folder, book.get().book)].map(formatIssue);
  return {
    name: 'content-checks',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const issues = report();
        if (issues.length === 0) return;
        for (const issue of issues) logger.error(issue);
        throw new Error(`内容有 ${issues.length} 处问题（见上），构建停止。改好后可先运行 npm run check。`);
      },
      'astro:server:setup': ({ server, logger }) => {
        const refresh = (path: string): void => {
          if (!/\.(?:mdx|yaml|bib|run\.json)$|requirements\.txt$/.test(path)) return;
          book.drop();
          for (const issue of report()) logger.warn(issue);
        };
        server.watcher.on('add', refresh).on('change', refresh).on('unlink', refresh);
      },
    },
  };
}
