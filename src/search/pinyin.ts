import type { SearchAux } from './aux.ts';

/** How a Chinese word is read: one syllable a character, without tones, ü as v. */
export type Read = (word: string) => readonly string[] | undefined;

export type PinyinTables = Pick<SearchAux, 'pinyin' | 'heteronyms'>;

export function reader({ pinyin, heteronyms }: PinyinTables): Read {
  const bySign = new Map(Object.entries(pinyin).flatMap(([syllable, signs]) => [...signs].map((sign) => [sign, syllable] as const)));
  return (word) => {
    const special = Object.hasOwn(heteronyms, word) ? heteronyms[word] : undefined;
    if (special !== undefined) return special.split(' ');
    const syllables = [...word].map((sign) => bySign.get(sign));
    return syllables.every((syllable) => syllable !== undefined) ? syllables : undefined;
  };
}

export interface PinyinMatch {
  /** The stretch of the word that was typed. */
  readonly text: string;
  /** 3 the whole word, 2 its beginning, 1 a stretch inside it. */
  readonly rank: number;
}

/** How much of `typed` the syllables from `start` on account for; the last syllable may be unfinished. */
function stretch(typed: string, syllables: readonly string[], start: number): number {
  let rest = typed;
  for (let index = start; index < syllables.length; index += 1) {
    const syllable = syllables[index] ?? '';
    if (rest.startsWith(syllable)) rest = rest.slice(syllable.length);
    else if (rest !== '' && syllable.startsWith(rest) && index > start) rest = '';
    else return 0;
    if (rest === '') return index - start + 1;
  }
  return 0;
}

/** At least two characters must be meant: one syllable fits too many. */
export function matchPinyin(typed: string, word: string, read: Read): PinyinMatch | undefined {
  const syllables = read(word);
  if (syllables === undefined) return undefined;
  for (let start = 0; start < syllables.length - 1; start += 1) {
    const length = stretch(typed, syllables, start);
    if (length < 2) continue;
    return { text: [...word].slice(start, start + length).join(''), rank: length === syllables.length ? 3 : start === 0 ? 2 : 1 };
  }
  return undefined;
}

/** `zyl` → 注意力: first letters of a whole word of as many characters. */
export function matchInitials(typed: string, word: string, read: Read): boolean {
  const syllables = read(word);
  return syllables?.length === typed.length && syllables.every((syllable, index) => syllable[0] === typed[index]);
}
