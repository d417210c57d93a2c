import { foldPassage } from './excerpt.ts';
import { contains, findAll, fold, type Range } from './fold.ts';
import { mark, type Passage, type SectionText } from './full-text.ts';
import type { Wanted, Weigh } from './headings.ts';

export interface PassageHit {
  readonly passage: Passage;
  /** 0..1: units that stand here, by weight, with a bonus for the phrase itself. */
  readonly score: number;
}

/** What a chapter really holds of the query, as far as it was read; the full-text engine alone is not believed. */
export interface Evidence {
  /** Share of the units that stand somewhere in it, by weight: 0..1. */
  readonly share: number;
  /** Units that stand somewhere in it. */
  readonly held: ReadonlySet<string>;
  /** Share of several units that names and glosses of the chapter's own terms hold; a single one is found by its owner. */
  readonly about: number;
  /** The whole query stands somewhere, word for word. */
  readonly literal: boolean;
  /** How often phrase and units occur, by weight, saturating: 0..1. */
  readonly density: number;
  /** Passages with at least half of what the best one holds, best first. */
  readonly passages: readonly PassageHit[];
}

interface Found {
  readonly passage: Passage;
  readonly whole: number;
  /** Occurrences of each unit. */
  readonly counts: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** What an occurrence inside a listing counts beside one in a sentence, where words and names are explained. */
const listed = 0.6;
/** Code longer than a name in a sentence. */
const listing = new RegExp(`${mark.codeStart}[^${mark.codeEnd}]{60,}`, 'g');
/** A tenth occurrence tells less than the second. */
const saturate = (count: number): number => count / (count + 4);

/** How often phrase and units stand in a passage, as far as it tells. */
function findIn(passage: Passage, { phrase, units }: Wanted): Found {
  const code = [...passage.text.matchAll(listing)].map(({ 0: text, index }): Range => ({ start: index, end: index + text.length }));
  const occurrences = (needle: string): number => sum(findAll(foldPassage(passage), needle, 30)
    .map(({ start }) => (code.some((range) => range.start < start && start < range.end) ? listed : 1)));
  return { passage, whole: occurrences(phrase), counts: units.map(occurrences) };
}

/** What was read of a chapter; `times`: how often each unit stands in the whole chapter for each time in what was read of it. */
export function readText(sections: readonly SectionText[], wanted: Wanted, weigh: Weigh, times: readonly number[] = []): Evidence {
  const weights = wanted.units.map(weigh);
  const total = sum(weights) || 1;
  const weighed = (value: (index: number) => number): number => sum(weights.map((weight, index) => weight * value(index))) / total;
  const about = fold(sections.map((section) => section.about).join(''));
  const glossed = wanted.units.map((unit) => contains(about, unit));
  const found = sections.flatMap(({ passages }) => passages).map((passage) => findIn(passage, wanted));
  const counts = wanted.units.map((_, index) => (times[index] ?? 1) * sum(found.map((each) => each.counts[index] ?? 0)));
  const whole = (wanted.units.length === 1 ? times[0] ?? 1 : 1) * sum(found.map((each) => each.whole));
  const scored = found.map(({ passage, whole: here, counts: own }): PassageHit => {
    const share = here > 0 ? 1 : weighed((index) => Number((own[index] ?? 0) > 0));
    return { passage, score: share ** 2 * (here > 0 ? 0.7 + 0.3 * saturate(here) : 0.5 + 0.2 * weighed((index) => saturate(own[index] ?? 0))) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return {
    share: whole > 0 ? 1 : weighed((index) => Number(glossed[index] === true || (counts[index] ?? 0) > 0)),
    about: wanted.units.length < 2 ? 0 : weighed((index) => Number(glossed[index])),
    held: new Set(wanted.units.filter((_, index) => glossed[index] === true || (counts[index] ?? 0) > 0)),
    literal: whole > 0,
    // Three words in a row are no coincidence: such a page has all that its words say, and the phrase besides.
    density: Math.max(saturate(whole), whole > 0 && wanted.units.length < 3 ? 0 : weighed((index) => saturate(counts[index] ?? 0))),
    passages: scored.filter(({ score }) => score > 0 && score >= best / 2).toSorted((a, b) => b.score - a.score),
  };
}
