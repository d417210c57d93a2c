/** Small mathematics that several figures need. */

/** The element at `index`. Throws a RangeError outside the list, where plain indexing would give undefined. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`index ${index} is outside 0..${list.length - 1}`);
  return item;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const range = (count: number): number[] => Array.from({ length: count }, (_item, index) => index);

/** A list with one element changed. */
export const replaced = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, place) => (place === index ? value : old));

/** Subtracting the maximum leaves the result unchanged and keeps `Math.exp` finite. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const exps = logits.map((logit) => Math.exp(logit - top));
  const total = sum(exps);
  return exps.map((e) => e / total);
}

/** A number with a true minus sign. */
export const signed = (value: number, digits: number): string => {
  const words = value.toFixed(digits);
  return Number(words) === 0 ? words.replace('-', '') : words.replace('-', '−');
};

/** mulberry32: the same numbers in 0..1 for the same seed, on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
