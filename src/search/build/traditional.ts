import hongKong from 'opencc-js/dict/HKPhrasesRev';
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWPhrasesRev';
import type { SearchAux } from '../aux.ts';

/** Words of the field that OpenCC lacks, in simplified characters: region's word → ours. */
const ownWords: readonly (readonly [string, string])[] = [
  ['遮罩', '掩码'], ['资讯', '信息'], ['资料', '数据'], ['洩漏', '泄漏'], ['演算法', '算法'], ['资料结构', '数据结构'], ['回圈', '循环'], ['递回', '递归'], ['回归分析', '回归'],
  ['过度拟合', '过拟合'], ['激励函数', '激活函数'], ['搜寻', '搜索'], ['字元', '字符'], ['物件导向', '面向对象'], ['函式', '函数'],
  ['阵列', '数组'], ['变数', '变量'], ['串列', '列表'], ['堆叠', '栈'], ['伫列', '队列'], ['杂凑', '散列'], ['死结', '死锁'],
  ['执行绪', '线程'], ['行程', '进程'], ['记忆体', '内存'], ['快取', '缓存'], ['类神经网路', '神经网络'], ['网路', '网络'],
  ['损失函式', '损失函数'], ['机率', '概率'], ['视窗', '窗口'], ['卷积类神经网路', '卷积神经网络'],
  ['支援向量机', '支持向量机'], ['程式', '程序'], ['巢状', '嵌套'], ['套件', '包'], ['档案', '文件'],
];

const pairsOf = (table: string): (readonly [string, string])[] =>
  table.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to] as const;
  });

/** A character that stands in the prose less often is hardly what a reader types. */
const leastOften = 5;

function frequent(prose: string): string[] {
  const counts = new Map<string, number>();
  for (const character of prose) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= leastOften).map(([character]) => character);
}

/**
 * Tables cut down to what this site can need: characters whose simplified form occurs in names or often in the prose and whose
 * traditional form does not, and regional words whose mainland word occurs while they themselves do not.
 */
export function traditionalTables(names: string, prose = ''): Pick<SearchAux, 'traditional' | 'regional'> {
  const text = names + prose;
  const all = pairsOf(characters).filter(([from, to]) => [...from].length === 1 && from !== to);
  const map = new Map(all);
  const simplify = (word: string): string => [...word].map((character) => map.get(character) ?? character).join('');
  const words = [...pairsOf(taiwan), ...pairsOf(hongKong), ...ownWords]
    .map(([from, to]) => [simplify(from), simplify(to)] as const)
    .filter(([from, to]) => from.length > 1 && to.length > 1 && from !== to && /^\p{Script=Han}+$/u.test(from + to))
    .filter(([from, to]) => text.includes(to) && !text.includes(from));
  const used = new Set([...frequent(prose), ...names + words.map(([from]) => from).join('')]);
  const own = new Set(text);
  // Simplified characters in order, which pack better.
  const kept = all.filter(([from, to]) => used.has(to) && !own.has(from)).toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  return {
    traditional: [kept.map(([from]) => from).join(''), kept.map(([, to]) => to).join('')],
    regional: Object.fromEntries(words.toSorted(([a], [b]) => b.length - a.length)),
  };
}
