import { AsyncLocalStorage } from 'node:async_hooks';
import { remembered } from '../lib/remembered.ts';
import type { ResultCache } from '../lib/result-cache.ts';
import type { BookContext } from './context.ts';
import { createProcessor } from './pipeline.ts';
import type { Results } from './results.ts';

type Processor = ReturnType<typeof createProcessor>;

/**
 * As `createProcessor`, but a chapter is compiled only when its source, or an answer that its plugins got about the rest of the
 * book, has changed since a build that kept its result.
 */
export function keptProcessor(context: () => BookContext, base: string, { formulas, code }: Results, content: string, kept: ResultCache): Processor {
  // Chapters are compiled at the same time: each has to be heard asking by itself.
  const current = new AsyncLocalStorage<{ readonly book: BookContext; readonly coloured: string[] }>();
  const watched: ResultCache = {
    ...code,
    get: (input) => {
      current.getStore()?.coloured.push(input);
      return code.get(input);
    },
  };
  const processor = createProcessor(() => current.getStore()?.book ?? context(), base, { formulas, code: watched }, content);
  return {
    ...processor,
    async createMdxRenderer(shared, options) {
      const renderer = await processor.createMdxRenderer?.(shared, options);
      if (renderer === undefined) throw new Error('Markdown 处理器不会编译 MDX。');
      return {
        async process(source, path, frontmatter) {
          const input = JSON.stringify([base, content, shared, options, path, frontmatter, source]);
          const { compiled, coloured } = await remembered(kept, input, context(), async (book) => {
            const coloured: string[] = [];
            const compiled = await current.run({ book, coloured }, () => renderer.process(source, path, frontmatter));
            return { compiled, coloured };
          });
          // Asked for again, so that the build keeps it for the day when the chapter does change.
          for (const block of coloured) code.get(block);
          return compiled;
        },
      };
    },
  };
}
