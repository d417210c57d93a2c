/** The sentences that the translator can read: its vocabulary is small and closed. */

/** The source vocabulary of the weights files, without `<pad>`; a test compares it with them. */
export const vocabulary = [
  '不', '也', '他', '他们', '你', '北京', '喜欢', '她', '学习', '我', '我们', '数学', '机器学习', '深度学习', '爱', '研究',
  '自然语言处理', '讲授', '音乐',
] as const;

export const maxWords = 6;

/** Held out of the training data, like the chapter's own sentence. */
export const samples: readonly (readonly string[])[] = [
  ['我', '爱', '自然语言处理'],
  ['我们', '不', '爱', '数学'],
  ['我', '也', '喜欢', '北京'],
  ['他们', '不', '学习', '音乐'],
  ['我', '学习', '数学'],
];

/** Splits a sentence into known words, the longest first; what is in no word is left out. */
export function segment(sentence: string): string[] {
  const longestFirst = [...vocabulary].sort((a, b) => b.length - a.length);
  const words: string[] = [];
  let rest = sentence;
  while (rest !== '' && words.length < maxWords) {
    const word = longestFirst.find((candidate) => rest.startsWith(candidate));
    if (word !== undefined) words.push(word);
    rest = rest.slice(word?.length ?? 1);
  }
  return words;
}
