import type { SearchAux } from './aux.ts';
import { foldCharacter } from './fold.ts';

/** Longer input is cut: the engine takes seconds for thousands of characters, and no title is longer. */
export const longestQuery = 64;

export type Tables = Pick<SearchAux, 'traditional' | 'regional'>;

/** Traditional → simplified, one character at a time, then words that the mainland calls otherwise. */
export type Simplify = (text: string) => string;

export function simplifier({ traditional: [from, to], regional }: Tables): Simplify {
  const simplified = [...to];
  const characters = new Map([...from].map((character, index) => [character, simplified[index] ?? character]));
  const words = Object.entries(regional);
  return (text) => {
    const plain = [...text].map((character) => characters.get(character) ?? character).join('');
    return words.reduce((changed, [word, mainland]) => changed.replaceAll(word, mainland), plain);
  };
}

const brackets = /[「」『』《》【】"]/g;
const spacedHan = /^(?:\p{Script=Han} )+\p{Script=Han}$/u;

/**
 * A query as the rest of the search sees it: NFKC, lower case, simplified, one space between words, at most
 * 64 characters. Empty where nothing is left that could be looked for.
 */
export function clean(raw: string, simplify: Simplify = (text) => text): string {
  const cut = raw.slice(0, 8 * longestQuery);
  const characters = [...cut.replace(/\p{Cc}/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')];
  const folded = characters.map(foldCharacter).join('').replace(brackets, ' ').replace(/\s+/g, ' ').trim();
  const short = [...simplify(folded)].slice(0, longestQuery).join('').trim();
  if (!/[\p{L}\p{N}]/u.test(short)) return '';
  return spacedHan.test(short) ? short.replaceAll(' ', '') : short;
}
