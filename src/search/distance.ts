import { distance } from 'fastest-levenshtein';

/** Two neighbours exchanged, nothing else. */
function exchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Typing mistakes between two words; exchanged neighbours count as one. */
export function mistakes(a: string, b: string): number {
  return exchanged(a, b) ? 1 : distance(a, b);
}

/** How many mistakes a word may hold and still be recognised. */
export function allowance(word: string): number {
  if (/\p{Script=Han}/u.test(word)) return word.length >= 3 ? 1 : 0;
  return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
}

/** Words within the allowance, nearest first; of two as near, the one with the same first letter. */
export function nearWords(word: string, candidates: Iterable<string>): string[] {
  const allowed = allowance(word);
  if (allowed === 0) return [];
  const found: { readonly candidate: string; readonly cost: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed || candidate === word) continue;
    const steps = mistakes(word, candidate);
    if (steps > allowed || steps * 3 > Math.max(3, candidate.length)) continue;
    // Of short words the first letter is the one that nobody mistypes: null is not full.
    if (word.length < 6 && /^[a-z]/.test(word) && candidate[0] !== word[0] && !exchanged(word, candidate)) continue;
    found.push({ candidate, cost: steps + (candidate[0] === word[0] ? 0 : 0.5) + Math.abs(candidate.length - word.length) / 10 });
  }
  return found.toSorted((a, b) => a.cost - b.cost).map(({ candidate }) => candidate);
}
