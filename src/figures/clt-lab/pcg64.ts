/** NumPy's default generator: the numbers of `np.random.default_rng(seed).random()`, bit for bit. */

import { at, range } from '../kit/numbers.ts';

const mask = (1n << 128n) - 1n;
const multiplier = 0x2360ed051fc65da44385df649fccf645n;

/** A hash of 32-bit words whose constant changes with every word. */
function hasher(start: number, factor: number): (word: number) => number {
  let constant = start;
  return (word) => {
    const mixed = word ^ constant;
    constant = Math.imul(constant, factor);
    const product = Math.imul(mixed, constant);
    return product ^ (product >>> 16);
  };
}

/** SeedSequence: a seed below 2³² becomes eight words that look nothing like it. */
function seedWords(seed: number): number[] {
  const hash = hasher(0x43b0d7e5, 0x931e8875);
  const pool = [seed, 0, 0, 0].map(hash);
  for (const source of range(4)) {
    for (const target of range(4).filter((place) => place !== source)) {
      const mixed = Math.imul(0xca01f9dd, at(pool, target)) - Math.imul(0x4973f715, hash(at(pool, source)));
      pool[target] = mixed ^ (mixed >>> 16);
    }
  }
  return range(8).map((place) => at(pool, place % 4)).map(hasher(0x8b51f9dd, 0x58f38ded));
}

/** Numbers in [0, 1): a linear congruential step on 128 bits, folded and rotated to 64, of which 53 are used. */
export function defaultRng(seed: number): () => number {
  const words = seedWords(seed).map((word) => BigInt(word >>> 0));
  const wide = (place: number): bigint =>
    at(words, place + 1) << 96n | at(words, place) << 64n | at(words, place + 3) << 32n | at(words, place + 2);
  const step = wide(4) << 1n & mask | 1n;
  let state = (step + wide(0)) * multiplier + step & mask;
  return () => {
    state = state * multiplier + step & mask;
    const folded = BigInt.asUintN(64, state >> 64n ^ state);
    const turned = (folded << 64n | folded) >> (state >> 122n);
    return Number(BigInt.asUintN(64, turned) >> 11n) / 2 ** 53;
  };
}
