import { pinyin } from 'pinyin-pro';
import type { PinyinTables } from '../pinyin.ts';

/** ü as v, as input methods have it; readers also type lu for lü, which the tables do not know. */
const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true, toneSandhi: false });

/** How the characters of `words` are read, and the words in which the context changes it. */
export function pinyinTables(words: readonly string[]): PinyinTables {
  const counts = new Map<string, Map<string, number>>();
  const readings = words.map((word) => ({ word, syllables: syllablesOf(word) })).filter(({ word, syllables }) => [...word].length === syllables.length);
  for (const { word, syllables } of readings) {
    [...word].forEach((sign, index) => {
      const syllable = syllables[index] ?? '';
      const held = counts.get(sign) ?? new Map<string, number>();
      counts.set(sign, held.set(syllable, (held.get(syllable) ?? 0) + 1));
    });
  }
  const usual = new Map([...counts].map(([sign, held]) => [sign, [...held].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '']));
  const bySyllable: Record<string, string> = {};
  for (const [sign, syllable] of [...usual].toSorted()) bySyllable[syllable] = (bySyllable[syllable] ?? '') + sign;
  const heteronyms = readings.filter(({ word, syllables }) => [...word].some((sign, index) => usual.get(sign) !== syllables[index]))
    .map(({ word, syllables }) => [word, syllables.join(' ')] as const);
  return { pinyin: bySyllable, heteronyms: Object.fromEntries(heteronyms) };
}
