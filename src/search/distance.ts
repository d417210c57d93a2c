/**
 * Typing mistakes between two words: letters missing, added, wrong, or exchanged with their neighbour
 * (optimal string alignment), by the usual table of three rows.
 */
export function mistakes(a: string, b: string): number {
  let before: readonly number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + Number(!same));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}

/** How many mistakes a word may hold and still be recognised. */
export function allowance(word: string): number {
  if (/\p{Script=Han}/u.test(word)) return word.length >= 3 ? 1 : 0;
  return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
}

/** Of short words nobody mistypes the first letter (null is not full), unless it changed places with the second. */
const unlikely = (word: string, candidate: string): boolean =>
  word.length < 6 && /^[a-z]/.test(word) && candidate[0] !== word[0] && candidate[0] !== word[1];

/** Words within the allowance, nearest first; of two as near, the one with the same first letter and length. */
export function nearWords(word: string, candidates: Iterable<string>): string[] {
  const allowed = allowance(word);
  const found: { readonly candidate: string; readonly cost: number }[] = [];
  for (const candidate of allowed === 0 ? [] : candidates) {
    const difference = Math.abs(candidate.length - word.length);
    if (difference > allowed || candidate === word || unlikely(word, candidate)) continue;
    const steps = mistakes(word, candidate);
    if (steps <= allowed && steps * 3 <= Math.max(3, candidate.length)) {
      found.push({ candidate, cost: steps + (candidate[0] === word[0] ? 0 : 0.5) + difference / 10 });
    }
  }
  return found.toSorted((a, b) => a.cost - b.cost).map(({ candidate }) => candidate);
}
