/** Words that ask, join or fill, with spaces between: a query's meaning stands in the others. */
export const stopWords = [
  ...'的了吗呢吧和与及或在是有到把被从对用要不会能就都也很还又再让给去来我你它他这那么',
  '区别 差别 介绍 详解 教程 能不能 没有 有没有 是不是 会不会 要不要 一句话 怎么 怎么办 怎么样 怎么回事 怎样 如何 什么 有什么 是什么 为什么 为何 哪些 哪个 哪里 几个 一个 什么是 不是',
  '请问 可以 需要 关于 以及 之间 代表什么 表示什么 意味着 什么意思 应该 是否 一下 时候 the a an of in to and or is are what how why for with',
].join(' ');
