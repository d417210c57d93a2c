import { markdownPage, type Peer } from './peer.ts';

/** Starlight with its own search, which is Pagefind's. */
export const starlight: Peer = {
  name: 'Starlight 0.42.4',
  packages: {
    '@astrojs/starlight': '0.42.4', '@astrojs/markdown-remark': '7.3.1', astro: '7.3.5', sharp: '0.35.5',
    katex: '0.16.47', 'rehype-katex': '7.0.1', 'remark-math': '6.0.0',
  },
  files: (parts) => ({
    'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
export default {
  site: 'http://localhost',
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
  integrations: [starlight({
    title: '生成的书', defaultLocale: 'root', locales: { root: { label: '简体中文', lang: 'zh-CN' } },
    customCss: ['katex/dist/katex.min.css'],
    sidebar: ${JSON.stringify(parts.map(({ id, title }) => ({ label: title, collapsed: true, items: [{ autogenerate: { directory: id } }] })))},
  })],
};
`,
    'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': '---\ntitle: 生成的书\n---\n\n生成的书。\n',
    ...Object.fromEntries(parts.flatMap(({ pages }) => pages).map((page) => [`src/content/docs/${page.id}.md`, markdownPage(page)])),
  }),
  build: ['astro/bin/astro.mjs', 'build'],
  output: 'dist',
  caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
  address: (id) => `/${id}/`,
  search: { open: 'button[data-open-modal]', field: 'site-search input', row: '.pagefind-ui__result', none: '.pagefind-ui__message:has-text("未找到")' },
};
