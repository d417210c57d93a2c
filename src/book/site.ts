/** What the whole site says about itself. A fork changes these lines and nothing else. */
export const site = {
  name: 'Daily DeepLearning',
  /** One line, shown on the home page and to search engines. */
  tagline: '一本从计算机基础读到 Transformer 与大模型的中文书：每个数字算得出，每段代码跑过，每张图可以动手。',
  locale: 'zh-CN',
  /** Address of the repository, without a trailing slash; 「改进本页」 and notebooks are built from it. */
  repository: 'https://github.com/zkywsg/Daily-DeepLearning',
  /** Branch that readers improve. */
  branch: 'main',
  /** Branch that holds the built site, and with it the notebooks: services like Colab open them from there. */
  notebookBranch: 'gh-pages',
} as const;

export function editAddress(file: string): string {
  return `${site.repository}/edit/${site.branch}/${file}`;
}

export function historyAddress(file: string): string {
  return `${site.repository}/commits/${site.branch}/${file}`;
}

/** The bytes of a file of the repository. */
export function rawAddress(file: string): string {
  return `${site.repository}/raw/${site.branch}/${file}`;
}

/** Opens a chapter's notebook in Colab, which reads it from the repository. */
export function colabAddress(id: string): string {
  return `https://colab.research.google.com/github/${new URL(site.repository).pathname.slice(1)}/blob/${site.notebookBranch}/${id}.ipynb`;
}
