import type { Catalogue } from './catalogue.ts';
import { foldText } from './fold.ts';

const pairs = (text: string): Set<string> => new Set([...text].map((character, index) => character + (text[index + 1] ?? '')).slice(0, -1));

/** Dice coefficient of two texts' character pairs, 0..1; no number where neither has a pair. */
function likeness(a: Set<string>, b: Set<string>): number {
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/** Terms whose names resemble a query that found nothing; none where nothing does. */
export function nearestTerms({ terms }: Catalogue, query: string, limit = 4): string[] {
  const wanted = pairs(foldText(query));
  return terms
    .map(({ zh, spellings }) => ({ zh, score: Math.max(...spellings.map((spelling) => likeness(wanted, pairs(spelling)))) }))
    .filter(({ score }) => score >= 0.34)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ zh }) => zh);
}

/** Planned chapters that the reader seems to look for. */
export function plannedFor({ planned }: Catalogue, phrases: readonly string[]): Catalogue['planned'] {
  return planned.filter((title) => phrases.some((phrase) => phrase.length > 1 && foldText(title).includes(phrase))).slice(0, 3);
}
