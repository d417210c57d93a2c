import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { bookContext } from './src/book/context.ts';
import { cacheFolder, contentFolder } from './src/book/folder.ts';
import { codeVersion } from './src/book/code-version.ts';
import { handOver } from './src/book/hand-over.ts';
import { shippedWorks } from './src/book/licences.ts';
import { readBook } from './src/book/read.ts';
import { contentChecks } from './src/integrations/content.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { inlineStyles } from './src/integrations/inline-styles.ts';
import { keepResults } from './src/integrations/keep-results.ts';
import { katexFonts } from './src/integrations/katex-fonts.ts';
import { fewerRequests } from './src/integrations/fewer-requests.ts';
import { search } from './src/integrations/search.ts';
import { asBase } from './src/lib/paths.ts';
import { resultCache, resultFolder } from './src/lib/result-cache.ts';
import { refreshable } from './src/lib/refreshable.ts';
import { drawFormulas } from './src/markdown/drawn-formulas.ts';
import { shippedPackages } from './src/integrations/shipped-packages.ts';
import { formulaSetter } from './src/markdown/katex.ts';
import { keptProcessor } from './src/markdown/kept-processor.ts';
import { results } from './src/markdown/results.ts';

/** Where the site will stand: `SITE_URL=https://… BASE_PATH=/daily-deeplearning/ npm run build`. */
const site = process.env.SITE_URL ?? 'https://zkywsg.github.io';
const base = asBase(process.env.BASE_PATH);
const folder = contentFolder();
const version = codeVersion();
const facts = resultCache(join(cacheFolder(), 'facts.json'), version);
const index = resultCache(join(cacheFolder(), 'search-index.json'), version);
const compiled = resultFolder(join(cacheFolder(), 'compiled'), version);
const copies = resultFolder(join(cacheFolder(), 'copies'), version);
const book = refreshable(() => readBook(folder, facts));
handOver({ book: () => book.get().book, copies });
const made = results(cacheFolder());
const setFormula = formulaSetter(made.formulas);
/** What the book's formulas draw; pages beside the outline have formulas too. */
const drawn = () => {
  const { chapters, pages } = book.get().book;
  return drawFormulas([...chapters, ...pages].flatMap(({ facts }) => facts.formulas), setFormula);
};
const context = refreshable(() => bookContext(book.get().book));

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  cacheDir: cacheFolder(),
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: {
    processor: keptProcessor(context.get, base, made, folder.content, compiled),
    syntaxHighlight: false,
  },
  integrations: [mdx(), sitemap(), contentChecks(folder, book, setFormula), inlineStyles(), fewerRequests(), katexFonts(drawn, join(cacheFolder(), 'katex-fonts')), search(book, index), hostFiles(), keepResults([made.formulas, made.code, facts, index, compiled, copies])],
  vite: {
    plugins: [shippedPackages(new Set(shippedWorks().map(({ name }) => name)))],
    // What every page starts with is one file, and what every chapter adds another; figures and search follow when wanted.
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [
      { name: 'site', test: /preload-helper|components\/(?:chrome\/(?:theme-switch|progress|reading-state|storage)|search\/open)\.ts/ },
      // What opens the search is one file: apart they compress worse. What the painting of hits needs too stays apart.
      { name: 'search', test: /components\/search\/(?:dialog|panel)\.ts/ },
      { name: 'words', test: /search\/fold\.ts/, priority: 1 },
      // Small pieces that nearly every figure needs: apart each costs a request and compresses worse.
      { name: 'figure', test: /figures\/kit\/(?:numbers|parse|memo)\.ts/ },
      { name: 'reading', test: /components\/(?:chrome\/(?:reading|keys|outline|toc)|prose\/[\w-]+)\.ts/ },
    ] } } } } } },
    // Scripts and fonts stay files of their own: a strict Content-Security-Policy can name them.
    build: {
      assetsInlineLimit: 0,
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
