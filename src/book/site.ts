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
} as const;

export function editAddress(file: string): string {
  return `${site.repository}/edit/${site.branch}/${file}`;
}

export function historyAddress(file: string): string {
  return `${site.repository}/commits/${site.branch}/${file}`;
}
