import { nameKey, type Catalogue, type CatalogueTerm } from './catalogue.ts';
import { nearWords } from './distance.ts';
import { foldText } from './fold.ts';
import { matchInitials, matchPinyin, type Read } from './pinyin.ts';

/** Another query that may be what the reader meant; `query` is shown to the reader. */
export interface Rewrite {
  readonly kind: 'alias' | 'pinyin' | 'typo' | 'fewer';
  readonly query: string;
  /** How far the results are trusted, beside 1 for the reader's own words. */
  readonly trust: number;
}

/** Other names of the terms: the Chinese one first; spellings that differ in case or spaces alone are no others. */
function otherNames(terms: readonly CatalogueTerm[], than: string): string[] {
  const names = terms.flatMap(({ zh, abbr, en }) => [zh, abbr, en]).filter((name) => name !== '' && foldText(name) !== than);
  return [...new Map(names.map((name) => [foldText(name), name])).values()];
}

/** Words that stand nowhere in the book are left out, if others stay; signs glued to words are taken off. */
export function fewerRewrites(units: readonly string[], isFound: (unit: string) => boolean, isTopic = isFound): Rewrite[] {
  const words = units.flatMap((unit) => (isFound(unit) ? [unit] : unit.match(/[\p{L}\p{N}_]{2,}/gu) ?? []));
  const kept = [...new Set(words)].filter((word) => word.length > 1 && isFound(word));
  if (kept.length > 0 && kept.join(' ') !== units.join(' ')) return [{ kind: 'fewer', query: kept.join(' '), trust: 0.7 }];
  // All of them stand somewhere, but nowhere together: each for itself.
  const topics = kept.filter(isTopic);
  return units.length < 2 ? [] : topics.slice(0, 2).map((query) => ({ kind: 'fewer', query, trust: 0.6 }));
}

/** The query is a name of a term: look for its other names as well. */
export function aliasRewrites(catalogue: Catalogue, phrase: string): Rewrite[] {
  return otherNames(catalogue.spelled.get(nameKey(phrase)) ?? [], phrase).slice(0, 3)
    .map((query, index) => ({ kind: 'alias', query, trust: 0.95 - 0.1 * index }));
}

/** A unit of a longer query is another name of a term: put the Chinese one, which the book uses, in its place. */
export function unitRewrites(catalogue: Catalogue, units: readonly string[]): Rewrite[] {
  if (units.length < 2) return [];
  const replaced = units.map((unit) => {
    const terms = catalogue.spelled.get(nameKey(unit)) ?? [];
    return terms.some(({ zh }) => foldText(zh) === unit) ? unit : terms[0]?.zh ?? unit;
  }).join(' ');
  return replaced === units.join(' ') ? [] : [{ kind: 'alias', query: replaced, trust: 0.85 }];
}

/** English names that begin with what was typed: `backprop` → 反向传播. */
export function prefixRewrites(catalogue: Catalogue, phrase: string): Rewrite[] {
  if (!/^[a-z][a-z0-9-]{3,}$/.test(phrase)) return [];
  const term = catalogue.terms.find(({ spellings }) => spellings.some((spelling) => spelling.startsWith(phrase) && spelling !== phrase));
  return term === undefined ? [] : [{ kind: 'alias', query: term.zh, trust: 0.8 }];
}

/** Reads Latin letters as pinyin: whole syllables, the last one unfinished; else first letters. */
export function pinyinRewrites({ hanWords, read }: Catalogue, query: string): Rewrite[] {
  const typed = query.replace(/[\s']/g, '').replaceAll('ü', 'v');
  if (!/^[a-z]{2,40}$/.test(typed)) return [];
  const matches = hanWords.flatMap((word, order) => {
    const match = typed.length < 3 ? undefined : matchPinyin(typed, word, read);
    return match === undefined ? [] : [{ ...match, order }];
  }).toSorted((a, b) => b.rank - a.rank || a.text.length - b.text.length || a.order - b.order);
  const words = matches.length > 0
    ? matches.filter(({ text }) => text.length === matches[0]?.text.length).map(({ text }) => text)
    : typed.length > 6 ? [spell(typed, hanWords, read)].filter((text) => text !== undefined) : hanWords.filter((word) => matchInitials(typed, word, read));
  return [...new Set(words)].slice(0, 2).map((word, index) => ({ kind: 'pinyin', query: word, trust: 0.9 - 0.1 * index }));
}

/** Several words in a row: `chuangjianshuzu` → 创建 数组. As few words as can be. */
function spell(typed: string, hanWords: readonly string[], read: Read): string | undefined {
  const sounds = new Map<string, string>();
  for (const word of hanWords) {
    const sound = read(word)?.join('') ?? '';
    if (sound.length > 3 && typed.includes(sound) && !sounds.has(sound)) sounds.set(sound, word);
  }
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= typed.length; end += 1) {
    for (const [sound, word] of sounds) {
      const before = typed.endsWith(sound, end) ? best[end - sound.length] : undefined;
      if (before !== undefined && before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word];
    }
  }
  return best[typed.length]?.join(' ');
}

/** The word itself, what a word begins with, or a stretch of a longer Han run may hold the mistake: 自注义力的代价. */
function mendHan(word: string, { hanWords }: Catalogue): string | undefined {
  for (let length = word.length; length >= 3; length -= 1) {
    const candidates = length === word.length ? [...hanWords, ...hanWords.map((known) => known.slice(0, length))] : hanWords.filter((known) => known.length === length);
    for (let start = 0; start + length <= word.length; start += 1) {
      const [near] = nearWords(word.slice(start, start + length), candidates);
      if (near !== undefined) return word.slice(0, start) + near + word.slice(start + length);
    }
  }
  return undefined;
}

/** A name of several words or with hyphens: slef-attention. */
function nearName(word: string, { spelled }: Catalogue): string | undefined {
  const [near] = nearWords(nameKey(word), [...spelled.keys()].filter((key) => /^[a-z]/.test(key)));
  return near === undefined ? undefined : spelled.get(near)?.[0]?.en;
}

/** `dk` for d_k: readers leave the underscore out. */
function withUnderscore(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  return [...vocabulary].find((known) => known.includes('_') && known.replaceAll('_', '') === word);
}

/** Symbols typed without their underscore. */
export function symbolRewrites({ vocabulary }: Catalogue, query: string, missing: readonly string[]): Rewrite[] {
  return missing.flatMap((unit): Rewrite[] => {
    const symbol = withUnderscore(unit, vocabulary);
    return symbol === undefined ? [] : [{ kind: 'typo', query: query.replace(unit, () => symbol), trust: 0.95 }];
  }).slice(0, 1);
}

/** The Han runs of the query that hold a unit found nowhere: a mistake often breaks a word in two. */
function brokenRuns(query: string, missing: readonly string[]): string[] {
  return (query.match(/\p{Script=Han}+/gu) ?? []).filter((run) => missing.some((unit) => run.includes(unit)));
}

/** Mends typing mistakes in the words that were found nowhere; the rest of the query stays. */
export function typoRewrites(catalogue: Catalogue, query: string, missing: readonly string[]): Rewrite[] {
  const { vocabulary } = catalogue;
  const latin = missing.filter((unit) => !/\p{Script=Han}/u.test(unit));
  const mends = [
    ...latin.map((unit) => [unit, nearWords(unit, vocabulary)[0] ?? nearName(unit, catalogue)] as const),
    ...brokenRuns(query, missing).map((run) => [run, mendHan(run, catalogue)] as const),
  ];
  const mended = mends.reduce((text, [wrong, right]) => (right === undefined ? text : text.replace(wrong, () => right)), query);
  return mended === query ? [] : [{ kind: 'typo', query: mended, trust: 0.9 }];
}
