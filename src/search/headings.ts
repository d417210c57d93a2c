import { chaptersNaming, type Catalogue, type CatalogueChapter, type Line } from './catalogue.ts';
import { contains, fold } from './fold.ts';

export interface LineHit {
  readonly line: Line;
  /** Above 0; 1 says that every unit stands here, up to about 2.5 for a title that is the query. */
  readonly score: number;
}

export interface ChapterHit {
  readonly chapter: CatalogueChapter;
  readonly score: number;
  /** Titles and headings that match, best first. */
  readonly lines: readonly LineHit[];
}

/** What is looked for: the whole query, folded, and its units. */
export interface Wanted {
  readonly phrase: string;
  readonly units: readonly string[];
}

/** How much a unit tells: rare in titles and headings is much, in every chapter is little. */
export type Weigh = (unit: string) => number;

/** Three letters tell about as much as one Han character. */
const lengthOf = (unit: string): number => (/\p{Script=Han}/u.test(unit) ? unit.length : unit.length / 3);

/** What a word that stands everywhere in the text counts beside one that does not. */
const commonShare = 0.2;

export function weigher(catalogue: Catalogue): Weigh {
  const known = new Map<string, number>();
  const count = catalogue.chapters.length;
  return (unit) => {
    const held = known.get(unit);
    if (held !== undefined) return held;
    const having = chaptersNaming(catalogue, unit).length;
    const weight = Math.log(1 + (count + 1) / (Math.max(1, having) + 0.5)) * Math.min(1.5, 0.7 + 0.15 * lengthOf(unit));
    known.set(unit, weight);
    return weight;
  };
}

/** In a query of many words those in `common` tell little; in a short one each of them was chosen. */
export function lighten(weigh: Weigh, { units }: Wanted, common: ReadonlySet<string>): Weigh {
  return units.length < 3 ? weigh : (unit) => (common.has(unit) ? commonShare : 1) * weigh(unit);
}

const levels = { 1: 1.3, 2: 1, 3: 0.92 } as const;
/** What a unit in the title counts for a heading below it: 「自注意力 练习」. */
const inherited = 0.7;
/** What a unit in the name of its section or part counts for a title or heading. */
const placed = 0.5;
/** Less of the query than this is no match. */
const leastCoverage = 0.38;

function closeness({ folded }: Line, phrase: string): number {
  if (folded.text === phrase) return 1;
  if (!contains(folded, phrase)) return 0;
  const share = phrase.length / folded.text.length;
  return (folded.text.startsWith(phrase) ? 0.45 : 0.3) + 0.3 * share;
}

function scoreLine(line: Line, title: ReadonlySet<string>, place: ReadonlySet<string>, { phrase, units }: Wanted, weigh: Weigh): number {
  let own = 0;
  let covered = 0;
  let total = 0;
  for (const unit of units) {
    const weight = weigh(unit);
    total += weight;
    if (contains(line.folded, unit)) [own, covered] = [own + weight, covered + weight];
    else if (line.depth > 1 && title.has(unit)) covered += inherited * weight;
    else if (place.has(unit)) covered += placed * weight;
  }
  const close = closeness(line, phrase);
  if (close === 0 && (own === 0 || covered < leastCoverage * total)) return 0;
  const coverage = total === 0 ? 1 : Math.max(covered / total, close > 0 ? 1 : 0);
  return (coverage ** 2 + close) * levels[line.depth];
}

/** Titles and headings that answer a query; needs no network, so it can run at every keystroke. */
export function searchHeadings(catalogue: Catalogue, wanted: Wanted, weigh: Weigh, part = ''): ChapterHit[] {
  const hits = catalogue.chapters.filter((chapter) => part === '' || chapter.part === part).flatMap((chapter): ChapterHit[] => {
    const [head] = chapter.lines;
    const title = new Set(wanted.units.filter((unit) => head !== undefined && contains(head.folded, unit)));
    const names = chapter.place.map(fold);
    const place = new Set(wanted.units.filter((unit) => names.some((name) => contains(name, unit))));
    const lines = chapter.lines
      .map((line) => ({ line, score: scoreLine(line, title, place, wanted, weigh) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const best = lines[0]?.score ?? 0;
    // Many headings on a subject say that the chapter is about it, but never outweigh a better one.
    return best === 0 ? [] : [{ chapter, lines, score: best + Math.min(0.15, 0.03 * (lines.length - 1)) }];
  });
  return hits.toSorted((a, b) => b.score - a.score);
}
