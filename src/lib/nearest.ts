import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped or cut value most likely meant; `undefined` where none is close. */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  let best: string | undefined;
  let least = (value.length < 4 ? 1 : Math.max(2, Math.floor(value.length * 0.3))) + 1;
  for (const candidate of all) {
    if (Math.abs(candidate.length - value.length) >= least) continue;
    const steps = distance(value.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  if (best !== undefined || value.length < 4) return best;
  return all.find((candidate) => candidate.startsWith(value));
}

/** 「是不是「title」？」 for a hint; empty where nothing is close. */
export function didYouMean(value: string, candidates: Iterable<string>): string {
  const guess = nearest(value, candidates);
  return guess === undefined ? '' : `是不是「${guess}」？`;
}
