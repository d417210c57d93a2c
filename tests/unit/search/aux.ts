import { packHeading, plainSlug, type SearchAux } from '../../../src/search/aux.ts';
import { searchEngine, type SearchEngine } from '../../../src/search/engine.ts';
import type { FullText, SectionText } from '../../../src/search/full-text.ts';
import { stopWords } from '../../../src/search/build/stop-words.ts';
import { traditionalTables } from '../../../src/search/build/traditional.ts';
import { pinyinTables } from '../../../src/search/build/pinyin-tables.ts';

const headings = (...texts: readonly string[]): string[] => texts.map((text) => packHeading({ depth: 2, text, id: plainSlug(text) }));
const words = ['注意力', '自注意力机制解析', '注意力机制', '束搜索', '因果掩码', '掩码', '掩码解析', '死锁', '为什么要除以', '贪心不总是最好', '机器翻译全程', '内存', '缩放点积注意力'];

/** A small book: three chapters of one part, one of another. */
export const aux: SearchAux = {
  parts: [{ id: 'cs', title: '计算机基础' }, { id: 'llm', title: '大模型' }],
  sections: { 'llm/transformer': 'Transformer', 'cs/os': '操作系统' },
  chapters: [
    { id: 'llm/transformer/self-attention', title: '自注意力机制解析', headings: headings('手算一遍', '为什么要除以 d_k', '代价：平方从哪里来') },
    { id: 'llm/transformer/masks', title: '掩码解析：因果、填充、交叉与右移', headings: headings('手算：一张 4×4 的因果掩码', '练习') },
    { id: 'llm/transformer/translation', title: '机器翻译全程', headings: headings('贪心不总是最好：束搜索', '练习') },
    { id: 'cs/os/deadlock', title: '死锁', headings: headings('四个必要条件', '练习') },
  ],
  planned: ['BERT 解析'],
  terms: [
    ['self-attention', 0, '自注意力', 'self-attention', ''],
    ['attention', 0, '注意力机制', 'attention mechanism', '', '注意力', 'attention'],
    ['scaled-dot-product-attention', 0, '缩放点积注意力', 'scaled dot-product attention', 'SDPA'],
    ['causal-mask', 1, '因果掩码', '', '', 'look-ahead mask'],
    ['beam-search', 2, '束搜索', '', ''],
    ['deadlock', 3, '死锁', '', ''],
  ],
  ...pinyinTables(words),
  ...traditionalTables(words.join('')),
  fullText: { index: '', probe: '' },
  more: false,
  stop: stopWords,
  vocabulary: 'softmax transformer pytorch attention d_k masks triu',
};

type Told = readonly [id: string, text: string];

/** Chapters and their text, each as one section. */
export const texts: readonly (readonly [chapter: string, text: SectionText])[] = ([
  ['llm/transformer/self-attention', ['', '自注意力机制解析。把自注意力算一遍。'], ['手算一遍', '先做点积，再做 softmax，用 DataLoader 读，分数除以 √(d_k)。这里有 list[int]。']],
  ['llm/transformer/masks', ['', '掩码解析。解码器不许偷看。'], ['练习', '注意力的分数加上负无穷。']],
  ['llm/transformer/translation', ['', '机器翻译全程。'], ['贪心不总是最好束搜索', '束搜索（beam search）每步留两条。']],
  ['cs/os/deadlock', ['', '死锁。两个进程互相等待。'], ['四个必要条件', '互斥、占有并等待、不可抢占、循环等待。']],
] as const satisfies readonly (readonly [string, ...Told[]])[]).map(([chapter, ...told]) =>
  [chapter, { passages: told.map(([id, text]) => ({ id, text, body: 0 })), about: '' }]);

/** Answers every search with every section, as a careless full-text engine would. */
export const careless: FullText = {
  search: (units, part) => Promise.resolve(texts.filter(([chapter]) => chapter.startsWith(part))
    .map(([chapter, text], index) => ({ chapter, score: 10 - index, counts: units.map(() => 1), load: () => Promise.resolve(text) }))),
  words: () => Promise.resolve(['dataloader']),
  ensure: () => Promise.resolve(),
};

export const broken: FullText = { search: () => Promise.reject(new Error('offline')), words: () => Promise.resolve([]), ensure: () => Promise.resolve() };

/** Half there: every search finds nothing, and the probe says why. */
export const half: FullText = { search: () => Promise.resolve([]), words: () => Promise.resolve([]), ensure: () => Promise.reject(new Error('404')) };

export const engine = (fullText: FullText = careless): SearchEngine => searchEngine(aux, fullText);
