import type { Chapter } from './model.ts';
import type { Term } from './schema.ts';

export interface Mention {
  readonly term: Term;
  /** Offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Finds lexicon terms in running text; longest spelling first, so 自注意力 is never read as 注意力. */
export type TermFinder = (text: string) => Mention[];

const wordCharacter = /[\p{Script=Latin}\d_]/u;

/** Lower case that keeps every offset: a letter that would change its length stays as it is. */
function fold(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

export function spellings({ zh, en, abbr, aliases }: Term): string[] {
  return [...new Set([zh, en, ...(abbr === undefined ? [] : [abbr]), ...aliases])];
}

interface Spelling {
  readonly word: string;
  readonly term: Term;
}

/** Spellings by their first code unit, longest first: a position in a text is tried against a handful, not against all. */
function dispatch(terms: readonly Term[]): ReadonlyMap<string, readonly Spelling[]> {
  const bySpelling = new Map(terms.flatMap((term) => spellings(term).map((word) => [fold(word), term] as const)));
  const byStart = new Map<string, Spelling[]>();
  for (const [word, term] of [...bySpelling].toSorted(([a], [b]) => b.length - a.length)) {
    const start = word.charAt(0);
    byStart.set(start, [...byStart.get(start) ?? [], { word, term }]);
  }
  return byStart;
}

/** A Latin spelling must not begin or end inside a word; a Chinese one may stand anywhere. */
function standsFree(text: string, start: number, end: number): boolean {
  const joined = (left: number): boolean =>
    wordCharacter.test(text.charAt(left - 1)) && wordCharacter.test(text.charAt(left));
  return !joined(start) && !joined(end);
}

/** Builds the finder once per book; its work is linear in the text. */
export function termFinder(terms: readonly Term[]): TermFinder {
  const byStart = dispatch(terms);
  return (text) => {
    const folded = fold(text);
    const mentions: Mention[] = [];
    for (let start = 0; start < folded.length;) {
      const found = byStart.get(folded.charAt(start))
        ?.find(({ word }) => folded.startsWith(word, start) && standsFree(folded, start, start + word.length));
      if (found === undefined) {
        start += 1;
        continue;
      }
      const end = start + found.word.length;
      mentions.push({ term: found.term, start, end });
      start = end;
    }
    return mentions;
  };
}

/** Where a term is used: the first section of each chapter that mentions it. */
export interface TermUse {
  readonly chapter: Chapter;
  /** Heading id, empty before the first section. */
  readonly section: string;
}

/** Term id → its uses, in reading order. */
export function termUses(terms: readonly Term[], chapters: readonly Chapter[]): ReadonlyMap<string, readonly TermUse[]> {
  const find = termFinder(terms);
  const uses = new Map<string, TermUse[]>();
  for (const chapter of chapters) {
    const seen = new Set<string>();
    for (const { text, section } of chapter.facts.prose) {
      for (const { term } of find(text)) {
        if (seen.has(term.id)) continue;
        seen.add(term.id);
        uses.set(term.id, [...(uses.get(term.id) ?? []), { chapter, section }]);
      }
    }
  }
  return uses;
}
