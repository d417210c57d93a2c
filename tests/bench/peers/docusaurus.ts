import { markdownPage, type Peer } from './peer.ts';

/** Docusaurus with its faster tools and the local search plug-in that cuts Chinese into words. */
export const docusaurus: Peer = {
  name: 'Docusaurus 3.10.2',
  packages: {
    '@docusaurus/core': '3.10.2', '@docusaurus/preset-classic': '3.10.2', '@docusaurus/faster': '3.10.2',
    '@easyops-cn/docusaurus-search-local': '0.55.3', '@mdx-js/react': '3.1.1', react: '19.2.0', 'react-dom': '19.2.0',
    katex: '0.16.47', 'rehype-katex': '7.0.1', 'remark-math': '6.0.0',
  },
  files: (parts) => ({
    'docusaurus.config.js': `import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
export default {
  title: '生成的书', url: 'http://localhost', baseUrl: '/', trailingSlash: true,
  i18n: { defaultLocale: 'zh-CN', locales: ['zh-CN'] },
  future: { v4: true, faster: true },
  presets: [['classic', {
    docs: { routeBasePath: '/', sidebarPath: './sidebars.js', remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] },
    blog: false,
    theme: { customCss: './src/custom.css' },
  }]],
  themes: [['@easyops-cn/docusaurus-search-local', { hashed: true, language: ['en', 'zh'], docsRouteBasePath: '/', indexBlog: false }]],
};
`,
    'sidebars.js': `export default { book: ${JSON.stringify(parts.map(({ title, pages }) =>
      ({ type: 'category', label: title, items: pages.map(({ id }) => id) })))} };\n`,
    'src/custom.css': `@import 'katex/dist/katex.min.css';\n`,
    'docs/index.md': '---\nslug: /\ntitle: 生成的书\n---\n\n生成的书。\n',
    ...Object.fromEntries(parts.flatMap(({ pages }) => pages).map((page) => [`docs/${page.id}.md`, markdownPage(page)])),
  }),
  build: ['@docusaurus/core/bin/docusaurus.mjs', 'build'],
  output: 'build',
  caches: ['.docusaurus', 'node_modules/.cache'],
  address: (id) => `/${id}/`,
  search: { open: '.navbar__search-input', field: '.navbar__search-input', row: '[class*="hitTitle"]', none: '[class*="noResults"]' },
};
