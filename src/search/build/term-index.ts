import { pinyin } from 'pinyin-pro';
import type { Term } from '../../book/schema.ts';

export interface LetterGroup {
  readonly letter: string;
  readonly terms: readonly Term[];
}

const soundOf = ({ zh }: Term): string => pinyin(zh, { toneType: 'none', nonZh: 'consecutive', v: true }).toLowerCase();

/** Terms under the first letter of their pinyin (or Latin name), in alphabetical order; what has neither stands under `#`. */
export function termIndex(terms: readonly Term[]): LetterGroup[] {
  const sounded = terms.map((term) => ({ term, sound: soundOf(term) })).toSorted((a, b) => (a.sound < b.sound ? -1 : a.sound > b.sound ? 1 : 0));
  const groups = new Map<string, Term[]>();
  for (const { term, sound } of sounded) {
    const first = sound[0]?.toUpperCase() ?? '#';
    const letter = /[A-Z]/.test(first) ? first : '#';
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, held]) => ({ letter, terms: held }));
}
