import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { bookContext } from './src/book/context.ts';
import { contentFolder } from './src/book/folder.ts';
import { readBook } from './src/book/read.ts';
import { contentChecks } from './src/integrations/content.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { inlineStyles } from './src/integrations/inline-styles.ts';
import { katexFonts } from './src/integrations/katex-fonts.ts';
import { search } from './src/integrations/search.ts';
import { refreshable } from './src/lib/refreshable.ts';
import { drawFormulas } from './src/markdown/drawn-formulas.ts';
import { createProcessor, shikiConfig, syntaxHighlight } from './src/markdown/pipeline.ts';

/** Where the site will stand: `SITE_URL=https://… BASE_PATH=/daily-deeplearning/ npm run build`. */
const site = process.env.SITE_URL ?? 'https://zkywsg.github.io';
const base = process.env.BASE_PATH ?? '/';
const folder = contentFolder();
const book = refreshable(() => readBook(folder));
/** What the book's formulas draw; pages beside the outline have formulas too. */
const drawn = () => {
  const { chapters, pages } = book.get().book;
  return drawFormulas([...chapters, ...pages].flatMap(({ facts }) => facts.formulas));
};
const context = refreshable(() => bookContext(book.get().book));

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  cacheDir: process.env.CACHE_DIR ?? 'node_modules/.astro',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: {
    processor: createProcessor(context.get, base, folder.content),
    syntaxHighlight,
    shikiConfig,
  },
  integrations: [mdx({ optimize: true }), sitemap(), contentChecks(folder, book), inlineStyles(), search(book), hostFiles()],
  vite: {
    plugins: [katexFonts(drawn)],
    // Scripts and fonts stay files of their own: a strict Content-Security-Policy can name them.
    build: {
      assetsInlineLimit: 0,
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
