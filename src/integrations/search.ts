import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ReadResult } from '../book/read.ts';
import type { Refreshable } from '../lib/refreshable.ts';
import { withBase } from '../lib/paths.ts';
import type { ResultCache } from '../lib/result-cache.ts';
import { keptSiteIndex } from '../search/build/kept-index.ts';
import { auxFile, memoryIndex } from '../search/build/site-index.ts';

const types: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json', css: 'text/css' };

/**
 * Builds the search indexes from the finished pages, or takes those of the same pages from the cache; the live server makes them
 * from the sources when they are asked for.
 */
export function search(book: Refreshable<ReadResult>, kept: ResultCache): AstroIntegration {
  let base = '/';
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => { base = config.base; },
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const { chapters, auxBytes } = await keptSiteIndex(fileURLToPath(dir), book.get(), kept);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${chapters} 章已编入全文索引，标题与术语索引 ${(auxBytes / 1024).toFixed(1)} KB，用时 ${seconds} 秒。`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let made: ReturnType<typeof memoryIndex> | undefined;
        const drop = (path: string): void => { if (/\.(?:mdx|yaml|bib)$/.test(path)) made = undefined; };
        server.watcher.on('add', drop).on('change', drop).on('unlink', drop);
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          // Depending on the version the live server hands the path over with or without the base.
          const inside = withBase('/', pathname.startsWith(withBase(base, '')) ? pathname.slice(withBase(base, '').length) : pathname).slice(1);
          if (inside !== auxFile && !inside.startsWith('pagefind/')) {
            next();
            return;
          }
          made ??= memoryIndex(book.get().book);
          made.then((files) => {
            const content = files.get(inside);
            response.writeHead(content === undefined ? 404 : 200, {
              'content-type': types[inside.split('.').at(-1) ?? ''] ?? 'application/octet-stream', 'cache-control': 'no-store',
            }).end(content);
          }, (error: unknown) => {
            made = undefined;
            logger.error(`搜索索引没有建成：${error instanceof Error ? error.message : String(error)}`);
            response.writeHead(503).end();
          });
        });
      },
    },
  };
}
