import type { Catalogue, CatalogueChapter, CatalogueTerm } from './catalogue.ts';
import type { Evidence } from './evidence.ts';
import { excerpt, type Piece } from './excerpt.ts';
import type { ChapterHit, Wanted } from './headings.ts';
import type { Rewrite } from './rewrites.ts';

/** One way of asking: the reader's own words, or a rewrite of them. */
export interface Pass {
  readonly query: string;
  readonly wanted: Wanted;
  readonly trust: number;
  /** Chapters that own a term of the query → what that adds to their score. */
  readonly homes: ReadonlyMap<string, number>;
  readonly rewrite?: Rewrite;
}

/** What one pass says about a chapter; either half may be missing. */
export interface Finding {
  readonly pass: Pass;
  readonly chapter: CatalogueChapter;
  readonly heading?: ChapterHit;
  readonly text?: { readonly evidence: Evidence; /** 0..1 within its search. */ readonly rank: number };
}

export interface Row {
  /** Heading id; empty for the top of the chapter. */
  readonly id: string;
  readonly text: string;
  readonly excerpt: readonly Piece[];
}

export interface Result {
  readonly chapter: CatalogueChapter;
  readonly score: number;
  /** Where the chapter's own row leads: its top when the title is what was looked for, else its best heading. */
  readonly target: string;
  /** Shown under the title where no heading row shows it. */
  readonly excerpt: readonly Piece[];
  readonly rows: readonly Row[];
  /** What the target page paints: a phrase, or words one by one. */
  readonly highlight: readonly string[];
}

export interface PartCount {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

export interface Answer {
  /** Cleaned; empty means that nothing was asked. */
  readonly query: string;
  readonly results: readonly Result[];
  /** Chapters found in each part, in the book's order, whatever part is chosen. */
  readonly counts: readonly PartCount[];
  /** Other queries whose results are among these. */
  readonly rewrites: readonly Rewrite[];
  readonly terms: readonly CatalogueTerm[];
  readonly planned: Catalogue['planned'];
  /** Where nothing was found: words of the book that resemble the query. */
  readonly nearest: readonly string[];
  /** `pending`: titles and headings only, the text follows. */
  readonly fullText: 'pending' | 'done' | 'failed';
}

/** Less of the query than this on a page is chance. */
const leastShare = 0.55;

export function scoreFinding({ pass, chapter, heading, text }: Finding): number {
  const evidence = text?.evidence;
  const body = evidence === undefined || evidence.share < leastShare ? 0
    : evidence.share ** 2 * (0.3 + 0.15 * (text?.rank ?? 0) + 0.5 * evidence.density + 0.2 * (evidence.passages[0]?.score ?? 0) + 0.35 * evidence.about ** 2) +
      (evidence.literal ? (pass.wanted.units.length > 1 ? 0.6 : 0.3) : 0);
  const found = 1.1 * (heading?.score ?? 0) + body;
  return found === 0 ? 0 : pass.trust * (found + (pass.homes.get(chapter.id) ?? 0));
}

/** Sections that every chapter has: they repeat its words without explaining them. */
const appendix = /^(?:练习|来源与延伸)$/;

interface Candidate extends Row {
  readonly score: number;
}

function candidatesOf({ pass, chapter, heading, text }: Finding): Candidate[] {
  const lines = new Map((heading?.lines ?? []).map(({ line, score }) => [line.id, score]));
  const passages = new Map((text?.evidence.passages ?? []).map((hit) => [hit.passage.id, hit]));
  return chapter.lines.flatMap((line): Candidate[] => {
    const passage = passages.get(line.id);
    const fading = lines.has(line.id) || !appendix.test(line.text) ? 1 : 0.7;
    const score = pass.trust * fading * (1.1 * (lines.get(line.id) ?? 0) + (passage?.score ?? 0));
    const { phrase, units } = pass.wanted;
    return score === 0 ? [] : [{
      id: line.id, text: line.text, score, excerpt: passage === undefined ? [] : excerpt(passage.passage, phrase, units),
    }];
  });
}

/** All that the passes say about one chapter, best pass first. */
export function mergeChapter(findings: readonly Finding[]): Result | undefined {
  const ordered = findings.map((finding) => ({ finding, score: scoreFinding(finding) })).filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const [best] = ordered;
  if (best === undefined) return undefined;
  const byId = new Map<string, Candidate>();
  for (const candidate of ordered.flatMap(({ finding }) => candidatesOf(finding))) {
    const held = byId.get(candidate.id);
    if (held === undefined || candidate.score > held.score) byId.set(candidate.id, candidate);
  }
  const candidates = [...byId.values()].toSorted((a, b) => b.score - a.score);
  const top = byId.get('');
  const rows = candidates.filter(({ id, score }) => id !== '' && score >= 0.3 * (candidates[0]?.score ?? 0));
  const { pass, chapter, text } = best.finding;
  const extra = Math.min(0.1, 0.05 * (ordered.length - 1));
  return {
    chapter,
    score: best.score + extra,
    target: top !== undefined && top === candidates[0] ? '' : rows[0]?.id ?? '',
    excerpt: top?.excerpt ?? [],
    rows: rows.slice(0, 12),
    highlight: text?.evidence.literal === false ? pass.wanted.units : [pass.query],
  };
}

/** Groups findings by chapter and ranks the chapters. */
export function mergeFindings(findings: readonly Finding[]): Result[] {
  const groups = new Map<CatalogueChapter, Finding[]>();
  for (const finding of findings) groups.set(finding.chapter, [...(groups.get(finding.chapter) ?? []), finding]);
  const results = [...groups.values()].flatMap((group) => mergeChapter(group) ?? []).toSorted((a, b) => b.score - a.score);
  const best = results[0]?.score ?? 0;
  return results.filter(({ score }) => score >= 0.12 * best);
}
