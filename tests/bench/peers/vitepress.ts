import { markdownPage, type Peer } from './peer.ts';

/** VitePress with its local search, as its documentation sets it up; KaTeX, which is lighter here than its MathJax. */
export const vitepress: Peer = {
  name: 'VitePress 1.6.4',
  packages: { vitepress: '1.6.4', '@mdit/plugin-katex': '0.25.2', katex: '0.16.47', 'markdown-it': '14.1.0' },
  files: (parts) => ({
    'docs/.vitepress/config.mjs': `import { katex } from '@mdit/plugin-katex';
export default {
  lang: 'zh-CN', title: '生成的书', description: '只用来测量',
  markdown: { config: (md) => { md.use(katex); } },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: ${JSON.stringify(parts.map(({ title, pages }) =>
    ({ text: title, collapsed: true, items: pages.map((page) => ({ text: page.title, link: `/${page.id}` })) })))},
  },
};
`,
    'docs/.vitepress/theme/index.mjs': `import DefaultTheme from 'vitepress/theme';\nimport 'katex/dist/katex.min.css';\nexport default DefaultTheme;\n`,
    'docs/index.md': '---\nlayout: home\ntitle: 生成的书\n---\n',
    ...Object.fromEntries(parts.flatMap(({ pages }) => pages).map((page) => [`docs/${page.id}.md`, markdownPage(page, `# ${page.title}\n\n`)])),
  }),
  build: ['vitepress/bin/vitepress.js', 'build', 'docs'],
  output: 'docs/.vitepress/dist',
  caches: ['docs/.vitepress/cache'],
  address: (id) => `/${id}.html`,
  search: { open: '#local-search button', field: '.VPLocalSearchBox input', row: '.VPLocalSearchBox a.result', none: '.VPLocalSearchBox .no-results' },
};
