import type { FullTextHit } from './full-text.ts';

interface RawResult {
  readonly id: string;
  readonly score: number;
  /** Places of what was found, one for each word. */
  readonly words: readonly number[];
}

export interface FoundSection<Result> {
  readonly result: Result;
  /** A section with half of the units is worth a quarter of what they score. */
  readonly score: number;
  /** How often each unit seems to stand there; a hole where it does not. */
  readonly counts: readonly number[];
}

/** Puts the results for single units together by section; `words`: of how many words the index takes each unit to be made. */
export function bySection<Result extends RawResult>(found: readonly (readonly Result[])[], words: readonly number[]): FoundSection<Result>[] {
  const sections = new Map<string, { readonly result: Result; scores: number; units: number; readonly counts: number[] }>();
  found.forEach((results, unit) => {
    for (const result of results) {
      const section = sections.get(result.id) ?? { result, scores: 0, units: 0, counts: [] };
      section.scores += result.score;
      section.units += 1;
      section.counts[unit] = result.words.length / (words[unit] ?? 1);
      sections.set(result.id, section);
    }
  });
  return [...sections.values()].map(({ result, scores, units, counts }) => ({ result, counts, score: (units / found.length) ** 2 * scores }));
}

/** Sections of one chapter that a search found, best first. */
export interface FoundChapter {
  readonly chapter: string;
  /** Relative to the other chapters of the same search only. */
  readonly score: number;
  readonly hits: readonly FullTextHit[];
}

/** What each further section of a chapter adds, beside the one before it. */
const fading = 0.6;

/** Chapters by what their sections score: many sections about it say that a chapter is, one good one still leads. */
export function byChapter(hits: readonly FullTextHit[]): FoundChapter[] {
  const groups = new Map<string, FullTextHit[]>();
  for (const hit of hits.toSorted((a, b) => b.score - a.score)) groups.set(hit.chapter, [...(groups.get(hit.chapter) ?? []), hit]);
  return [...groups].map(([chapter, own]) => ({ chapter, hits: own, score: own.reduce((sum, { score }, place) => sum + score * fading ** place, 0) }))
    .toSorted((a, b) => b.score - a.score);
}

/** A word that is everywhere in a chapter says no more after so many times what was read. */
const mostTimes = 10;

/** For each unit how often it stands in the whole chapter, for each time in the sections that were read. */
export function timesRead(hits: readonly FullTextHit[], read: readonly FullTextHit[], units: readonly string[]): number[] {
  const total = (of: readonly FullTextHit[], unit: number): number => of.reduce((sum, { counts }) => sum + (counts[unit] ?? 0), 0);
  // The index knows no signs: what it counts for `k=1` is something else.
  return units.map((text, unit) => (/[^\p{L}\p{N}]/u.test(text) ? 1 : Math.min(mostTimes, total(hits, unit) / total(read, unit) || 1)));
}
