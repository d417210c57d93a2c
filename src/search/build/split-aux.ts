import { brotliCompressSync, constants } from 'node:zlib';
import type { AuxRest, PackedTerm, SearchAux } from '../aux.ts';

/** So much may travel before the first rows appear, compressed. */
export const mostFirstBytes = 44 * 1024;

/** A little more than the best quality makes, in a tenth of its time. */
const compressed = (aux: SearchAux): number =>
  brotliCompressSync(JSON.stringify(aux), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

const isThird = (heading: string): boolean => heading.startsWith('\t');

interface Outline {
  /** Every `##`, and what stands before the first. */
  readonly kept: readonly string[];
  /** The `###` below each of them. */
  readonly below: readonly (readonly string[])[];
}

function outlineOf(headings: readonly string[]): Outline {
  const kept: string[] = [];
  const below: string[][] = [];
  for (const heading of headings) {
    if (isThird(heading) && kept.some((earlier) => !isThird(earlier))) below.at(-1)?.push(heading);
    else {
      kept.push(heading);
      below.push([]);
    }
  }
  return { kept, below };
}

/** Terms that titles and sections name first: they are looked for most. Then those that a chapter explains. */
function byUse(terms: readonly PackedTerm[], chapters: SearchAux['chapters']): PackedTerm[] {
  const names = chapters.flatMap(({ title, headings }) => [title, ...headings]).join('\n').toLowerCase();
  const use = ([, home, zh, en, abbr]: PackedTerm): number =>
    2 * Number([zh, en, abbr].some((name) => name.length > 1 && names.includes(name.toLowerCase()))) + Number(home >= 0);
  return terms.toSorted((a, b) => use(b) - use(a));
}

/**
 * Cuts an index that is too large in two: titles, `##` and as many terms as fit come first, `###` and the other terms
 * with the full text. `undefined` where all of it fits.
 */
export function splitAux(aux: SearchAux, most = mostFirstBytes): { readonly first: SearchAux; readonly rest: AuxRest } | undefined {
  if (compressed(aux) <= most) return undefined;
  const outlines = aux.chapters.map(({ headings }) => outlineOf(headings));
  const chapters = aux.chapters.map((chapter, place) => ({ ...chapter, headings: outlines[place]?.kept ?? [] }));
  const terms = byUse(aux.terms, aux.chapters);
  // In the order of their ids they compress better.
  const firstOf = (count: number): SearchAux =>
    ({ ...aux, chapters, terms: terms.slice(0, count).toSorted(([a], [b]) => (a < b ? -1 : 1)), more: true });
  let [fits, tooMany] = [0, terms.length + 1];
  // As good as exact: to a hundredth of the terms.
  while (tooMany - fits > 1 + terms.length / 100) {
    const count = (fits + tooMany) >> 1;
    if (compressed(firstOf(count)) <= most) fits = count;
    else tooMany = count;
  }
  return { first: firstOf(fits), rest: { below: outlines.map(({ below }) => below), terms: terms.slice(fits) } };
}
