import type { SearchAux } from './aux.ts';
import { chaptersNaming, nameKey, openCatalogue, type Catalogue, type CatalogueTerm } from './catalogue.ts';
import { clean } from './clean.ts';
import { readPage } from './evidence.ts';
import { contains, foldText } from './fold.ts';
import type { FullText, FullTextHit } from './full-text.ts';
import { searchHeadings, weigher, type Wanted, type Weigh } from './headings.ts';
import { nearestTerms, plannedFor } from './nearest.ts';
import { mergeFindings, type Answer, type Finding, type Pass } from './results.ts';
import { aliasRewrites, fewerRewrites, pinyinRewrites, prefixRewrites, symbolRewrites, typoRewrites, unitRewrites, type Rewrite } from './rewrites.ts';
import { systemCut, unitsOf } from './units.ts';

/** Pages that are fetched to be verified; with signs in the query more, since the index knows no signs. */
const pagesRead = 8;
const pagesReadForSigns = 20;
const enoughPages = 8;
const mostRewrites = 5;
/** Below this the best result holds only bits of the query, far apart. */
const goodScore = 0.5;

const nothing: Answer = {
  query: '', results: [], counts: [], rewrites: [], terms: [], planned: [], nearest: [], fullText: 'done',
};

/** Answers queries from the heading index at once, and from the full text when it is there. */
export class SearchEngine {
  readonly catalogue: Catalogue;
  readonly #probe: string;
  readonly #cut = systemCut();
  readonly #weigh: Weigh;
  readonly #fullText: FullText;

  constructor(aux: SearchAux, fullText: FullText) {
    this.catalogue = openCatalogue(aux);
    this.#probe = aux.probe;
    this.#weigh = weigher(this.catalogue);
    this.#fullText = fullText;
  }

  clean(raw: string): string {
    return clean(raw, this.catalogue.simplify);
  }

  #wanted(query: string): Wanted {
    return { phrase: foldText(query), units: unitsOf(query, this.catalogue.known, this.#cut) };
  }

  /** A chapter that owns the term is where the term is explained; most for the whole query, less for what a name begins with or a part of the query. */
  #homes({ phrase, units }: Wanted): ReadonlyMap<string, number> {
    const { spelled, terms } = this.catalogue;
    const homes = new Map<string, number>();
    const add = (owners: readonly CatalogueTerm[] | undefined, value: number): void => {
      for (const home of new Set(owners?.map((term) => term.home))) homes.set(home, Math.min(0.5, (homes.get(home) ?? 0) + value));
    };
    const named = spelled.get(nameKey(phrase));
    if (named !== undefined) add(named, 0.5);
    else if (/^\p{Script=Han}{2,}$/u.test(phrase)) add(terms.filter(({ spellings }) => spellings.some((name) => name.startsWith(phrase))), 0.3);
    const total = units.reduce((sum, unit) => sum + this.#weigh(unit), 0) || 1;
    for (const unit of units) add(spelled.get(nameKey(unit)), (0.3 * this.#weigh(unit)) / total);
    return homes;
  }

  #pass(query: string, rewrite?: Rewrite): Pass {
    const wanted = this.#wanted(query);
    return { query, wanted, trust: rewrite?.trust ?? 1, homes: this.#homes(wanted), ...(rewrite && { rewrite }) };
  }

  #rewritten(rewrites: readonly Rewrite[]): Pass[] {
    const distinct = new Map(rewrites.map((rewrite) => [foldText(rewrite.query), rewrite]));
    return [...distinct.values()].slice(0, mostRewrites).map((rewrite) => this.#pass(clean(rewrite.query), rewrite));
  }

  #headings(pass: Pass, part: string): Finding[] {
    return searchHeadings(this.catalogue, pass.wanted, this.#weigh, part).map((heading) => ({ pass, chapter: heading.chapter, heading }));
  }

  #isTopic(unit: string): boolean {
    return chaptersNaming(this.catalogue, unit).length > 0;
  }

  #isKnown(unit: string): boolean {
    const { vocabulary, spelled } = this.catalogue;
    if (spelled.has(nameKey(unit)) || vocabulary.has(unit)) return true;
    if (unit.length >= 3 && /^[a-z]/.test(unit) && [...vocabulary].some((word) => word.startsWith(unit))) return true;
    return this.#isTopic(unit);
  }

  /** Rewrites by names; by sound and by typing mistakes only for units that stand nowhere. */
  #rewrites(pass: Pass, isFound: (unit: string) => boolean): Rewrite[] {
    const { phrase, units } = pass.wanted;
    const missing = units.filter((unit) => !isFound(unit));
    const names = [...aliasRewrites(this.catalogue, phrase), ...unitRewrites(this.catalogue, units)];
    if (missing.length === 0) return names.length > 0 ? names : prefixRewrites(this.catalogue, phrase);
    if (names.length > 0) return names;
    const symbols = symbolRewrites(this.catalogue, pass.query, missing);
    if (symbols.length > 0) return symbols;
    const guesses = [...prefixRewrites(this.catalogue, phrase), ...pinyinRewrites(this.catalogue, pass.query)];
    const mended = guesses.length > 0 ? [] : typoRewrites(this.catalogue, pass.query, missing);
    return [...guesses, ...mended].flatMap((rewrite) => [rewrite, ...aliasRewrites(this.catalogue, foldText(rewrite.query))]);
  }

  #answer(pass: Pass, passes: readonly Pass[], findings: readonly Finding[], part: string, fullText: Answer['fullText']): Answer {
    const all = mergeFindings(findings);
    const counts = this.catalogue.parts
      .map(({ id, title }) => ({ id, title, count: all.filter(({ chapter }) => chapter.part === id).length }))
      .filter(({ id, count }) => count > 0 || id === part);
    const phrases = passes.map(({ wanted }) => wanted.phrase);
    const { spelled } = this.catalogue;
    const useful = new Set(findings.map((finding) => finding.pass.rewrite));
    return {
      query: pass.query,
      results: all.filter(({ chapter }) => part === '' || chapter.part === part),
      counts,
      rewrites: passes.flatMap(({ rewrite }) => (rewrite !== undefined && useful.has(rewrite) ? [rewrite] : [])),
      terms: (phrases.map((phrase) => spelled.get(nameKey(phrase))).find((terms) => terms !== undefined) ?? []).slice(0, 1),
      planned: plannedFor(this.catalogue, phrases),
      nearest: all.length > 0 ? [] : nearestTerms(this.catalogue, pass.query),
      fullText,
    };
  }

  /** Titles and headings only: no network, so it can run at every keystroke. */
  quick(raw: string, part = ''): Answer {
    const query = this.clean(raw);
    if (query === '') return nothing;
    const pass = this.#pass(query);
    if (pass.wanted.units.length === 0) return { ...nothing, query };
    const rewritten = this.#rewritten(this.#rewrites(pass, (unit) => this.#isKnown(unit)));
    const passes = [pass, ...rewritten];
    return this.#answer(pass, passes, passes.flatMap((each) => this.#headings(each, '')), part, 'pending');
  }

  /** Reads the first pages of a search and keeps what they really hold. */
  async #read(pass: Pass, hits: readonly FullTextHit[], count: number): Promise<Finding[]> {
    const top = hits[0]?.score || 1;
    const pages = await Promise.all(hits.slice(0, count).map(async (hit) => ({ hit, page: await hit.load() })));
    return pages.flatMap(({ hit, page }): Finding[] => {
      const chapter = this.catalogue.byId.get(page.chapter);
      const evidence = readPage(page, pass.wanted, this.#weigh);
      return chapter === undefined || evidence.share === 0 ? [] : [{ pass, chapter, text: { evidence, rank: hit.score / top } }];
    });
  }

  async #text(pass: Pass, part: string): Promise<Finding[]> {
    const hits = await this.#fullText.search(pass.query, part);
    const signs = /[^\p{L}\p{N}\s]/u.test(pass.query);
    const first = await this.#read(pass, hits, signs ? pagesReadForSigns : pagesRead);
    // The index may rank the right page low when the two segmenters disagree: look further before giving up.
    const verified = first.some(({ text }) => text?.evidence.share === 1);
    return verified || signs || hits.length <= pagesRead ? first : this.#read(pass, hits, pagesReadForSigns);
  }

  /** One search for each unit, for queries that no page answers as a whole. */
  async #relaxed(pass: Pass, part: string): Promise<Finding[]> {
    const { units } = pass.wanted;
    const findings = await Promise.all(units.slice(0, 4).map(async (unit) =>
      this.#read(pass, await this.#fullText.search(unit, part), pagesRead)));
    return findings.flat();
  }

  async #findings(pass: Pass, part: string): Promise<Finding[]> {
    const found = await this.#text(pass, part);
    const verified = found.filter(({ text }) => text?.evidence.share === 1).length;
    const more = verified < enoughPages && (pass.wanted.units.length > 1 || verified === 0) ? await this.#relaxed(pass, part) : [];
    return joinHalves([...found, ...more], this.#headings(pass, part));
  }

  async #all(passes: readonly Pass[]): Promise<Finding[]> {
    return (await Promise.all(passes.map((each) => this.#findings(each, '')))).flat();
  }

  /** The whole answer. Where the full text cannot be had, the headings' answer, marked `failed`. */
  async full(raw: string, part = ''): Promise<Answer> {
    const quick = this.quick(raw, part);
    const pass = this.#pass(quick.query);
    if (quick.query === '' || pass.wanted.units.length === 0) return { ...quick, fullText: 'done' };
    try {
      const own = await this.#findings(pass, '');
      if (own.every(({ text }) => text === undefined)) await this.#fullText.ensure(this.#probe);
      const isFound = (unit: string): boolean => this.#isKnown(unit) ||
        own.some(({ text }) => text?.evidence.held.has(unit) ?? false);
      const rewritten = this.#rewritten(this.#rewrites(pass, isFound));
      const others = await this.#all(rewritten);
      const isPresent = (unit: string): boolean => (pass.wanted.units.includes(unit) ? false : this.#isKnown(unit)) || own.some(({ text, heading }) =>
        (text?.evidence.held.has(unit) ?? false) || (heading?.lines.some(({ line }) => contains(line.folded, unit)) ?? false));
      // Nothing, or nothing good, answers the whole query: say so by looking for what of it the book is about.
      const best = mergeFindings([...own, ...others])[0]?.score ?? 0;
      const fewer = best >= goodScore ? [] : this.#rewritten(fewerRewrites(pass.wanted.units, best === 0 ? isPresent : (unit) => this.#isTopic(unit)));
      const narrowed = part === '' ? [] : await this.#findings(pass, part);
      const findings = [...own, ...others, ...await this.#all(fewer), ...narrowed];
      return this.#answer(pass, [pass, ...rewritten, ...fewer], findings, part, 'done');
    } catch {
      return { ...quick, fullText: 'failed' };
    }
  }
}

/** Joins what headings and text say about the same chapter. A page that two searches found is kept once, at its better rank. */
function joinHalves(texts: readonly Finding[], headings: readonly Finding[]): Finding[] {
  const joined = new Map(headings.map((finding) => [finding.chapter.id, finding]));
  for (const finding of texts) {
    const held = joined.get(finding.chapter.id);
    if (held?.text !== undefined && finding.text !== undefined && held.text.rank >= finding.text.rank) continue;
    joined.set(finding.chapter.id, { ...held, ...finding });
  }
  return [...joined.values()];
}
