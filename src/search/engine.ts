import type { SearchAux } from './aux.ts';
import { chaptersNaming, nameKey, openCatalogue, type CatalogueTerm } from './catalogue.ts';
import { clean } from './clean.ts';
import { readPage } from './evidence.ts';
import { contains, foldText } from './fold.ts';
import type { FullText, FullTextHit } from './full-text.ts';
import { lighten, searchHeadings, weigher, type Wanted } from './headings.ts';
import { nearestTerms, plannedFor } from './nearest.ts';
import { mergeFindings, type Answer, type Finding, type Pass } from './results.ts';
import { aliasRewrites, fewerRewrites, pinyinRewrites, prefixRewrites, symbolRewrites, typoRewrites, unitRewrites, type Rewrite } from './rewrites.ts';
import { systemCut, unitsOf } from './units.ts';

/** Pages that are fetched to be verified; with signs in the query more, since the index knows no signs. */
const pagesRead = 5;
const pagesReadForSigns = 20;
/** Where none of those holds the signs either. */
const mostPagesRead = 40;
const enoughPages = 8;
const mostRewrites = 5;
/** Below this the best result holds only bits of the query, far apart. */
const goodScore = 0.5;

const nothing: Answer = {
  query: '', results: [], counts: [], rewrites: [], terms: [], planned: [], nearest: [], fullText: 'done',
};

/** Answers queries from the heading index at once, and from the full text when it is there. */
export interface SearchEngine {
  /** Titles and headings only: no network, so it can run at every keystroke. */
  readonly quick: (raw: string, part?: string) => Answer;
  /** The whole answer. Where the full text cannot be had, the headings' answer, marked `failed`. */
  readonly full: (raw: string, part?: string) => Promise<Answer>;
}

export function searchEngine(aux: SearchAux, fullText: FullText): SearchEngine {
  const catalogue = openCatalogue(aux);
  const { parts, chapters, byId, terms, spelled, vocabulary } = catalogue;
  const common = new Set<string>();
  const weigh = weigher(catalogue);
  const cut = systemCut();

  const isTopic = (unit: string): boolean => chaptersNaming(catalogue, unit).length > 0;
  const isKnown = (unit: string): boolean => spelled.has(nameKey(unit)) || vocabulary.has(unit) ||
    (unit.length >= 3 && /^[a-z]/.test(unit) && [...vocabulary].some((word) => word.startsWith(unit))) || isTopic(unit);

  /** A chapter that owns the term is where the term is explained; most for the whole query, less for what a name begins with or a part of the query. */
  function homesOf({ phrase, units }: Wanted): ReadonlyMap<string, number> {
    const homes = new Map<string, number>();
    const add = (owners: readonly CatalogueTerm[] | undefined, value: number): void => {
      for (const home of new Set(owners?.map((term) => term.home))) homes.set(home, Math.min(0.5, (homes.get(home) ?? 0) + value));
    };
    const named = spelled.get(nameKey(phrase));
    if (named !== undefined) add(named, 0.5);
    else if (/^\p{Script=Han}{2,}$/u.test(phrase)) add(terms.filter(({ spellings }) => spellings.some((name) => name.startsWith(phrase))), 0.3);
    const total = units.reduce((sum, unit) => sum + weigh(unit), 0) || 1;
    for (const unit of units) add(spelled.get(nameKey(unit)), (0.3 * weigh(unit)) / total);
    // The name of a part or section: its first chapter is where to begin.
    const begin = chapters.find(({ place }) => place.some((name) => foldText(name) === phrase));
    if (begin !== undefined) homes.set(begin.id, Math.min(0.5, (homes.get(begin.id) ?? 0) + 0.2));
    return homes;
  }

  function passOf(query: string, rewrite?: Rewrite): Pass {
    const wanted = { phrase: foldText(query), units: unitsOf(query, catalogue.known, cut) };
    return { query, wanted, trust: rewrite?.trust ?? 1, homes: homesOf(wanted), ...(rewrite && { rewrite }) };
  }

  function passesOf(rewrites: readonly Rewrite[]): Pass[] {
    const distinct = new Map(rewrites.map((rewrite) => [foldText(rewrite.query), rewrite]));
    return [...distinct.values()].slice(0, mostRewrites).map((rewrite) => passOf(clean(rewrite.query), rewrite));
  }

  const headingsOf = (pass: Pass, part: string): Finding[] => searchHeadings(catalogue, pass.wanted, lighten(weigh, pass.wanted, common), part)
    .map((heading) => ({ pass, chapter: heading.chapter, heading }));

  /** Rewrites by names; by sound and by typing mistakes only for units that stand nowhere. */
  function rewritesOf({ query, wanted: { phrase, units } }: Pass, isFound: (unit: string) => boolean): Rewrite[] {
    const missing = units.filter((unit) => !isFound(unit));
    const names = [...aliasRewrites(catalogue, phrase), ...unitRewrites(catalogue, units)];
    if (names.length > 0) return names;
    const begun = prefixRewrites(catalogue, phrase);
    if (missing.length === 0) return begun;
    const symbols = symbolRewrites(catalogue, query, missing);
    if (symbols.length > 0) return symbols;
    const guesses = [...begun, ...pinyinRewrites(catalogue, query)];
    return (guesses.length > 0 ? guesses : typoRewrites(catalogue, query, missing))
      .flatMap((rewrite) => [rewrite, ...aliasRewrites(catalogue, foldText(rewrite.query))]);
  }

  function answerOf(passes: readonly [Pass, ...Pass[]], findings: readonly Finding[], part: string, state: Answer['fullText']): Answer {
    const all = mergeFindings(findings);
    const phrases = passes.map(({ wanted }) => wanted.phrase);
    const useful = new Set(findings.map(({ pass }) => pass.rewrite));
    const [{ query }] = passes;
    return {
      query,
      results: all.filter(({ chapter }) => part === '' || chapter.part === part),
      counts: parts.map(({ id, title }) => ({ id, title, count: all.filter(({ chapter }) => chapter.part === id).length }))
        .filter(({ id, count }) => count > 0 || id === part),
      rewrites: passes.flatMap(({ rewrite }) => (rewrite !== undefined && useful.has(rewrite) ? [rewrite] : [])),
      terms: (phrases.map((phrase) => spelled.get(nameKey(phrase))).find((owners) => owners !== undefined) ?? []).slice(0, 1),
      planned: plannedFor(catalogue, phrases),
      nearest: all.length > 0 ? [] : nearestTerms(catalogue, query),
      fullText: state,
    };
  }

  /** Reads the first pages of a search and keeps what they really hold. */
  async function read(pass: Pass, hits: readonly FullTextHit[], count: number): Promise<Finding[]> {
    const top = hits[0]?.score || 1;
    const pages = await Promise.all(hits.slice(0, count).map(async ({ score, load }) => ({ rank: score / top, page: await load() })));
    return pages.flatMap(({ rank, page }): Finding[] => {
      const chapter = byId.get(page.chapter);
      const evidence = readPage(page, pass.wanted, lighten(weigh, pass.wanted, common));
      return chapter === undefined || evidence.share === 0 ? [] : [{ pass, chapter, text: { evidence, rank } }];
    });
  }

  async function textsOf(pass: Pass, part: string): Promise<Finding[]> {
    const hits = await fullText.search(pass.query, part);
    const signs = /[^\p{L}\p{N}\s]/u.test(pass.query);
    const first = await read(pass, hits, signs ? pagesReadForSigns : pagesRead);
    // The index may rank the right page low when the two segmenters disagree: look further before giving up.
    if (first.some(isWhole) || hits.length <= first.length) return first;
    return read(pass, hits, signs ? mostPagesRead : pagesReadForSigns);
  }

  async function findingsOf(pass: Pass, part: string): Promise<Finding[]> {
    const { units } = pass.wanted;
    const found = await textsOf(pass, part);
    const whole = found.filter(isWhole).length;
    // One search for each unit, for queries that hardly a page answers as a whole.
    const single = whole < enoughPages && (units.length > 1 || whole === 0) ? units.slice(0, 4) : [];
    const more = await Promise.all(single.map(async (unit) => read(pass, await fullText.search(unit, part), pagesRead)));
    return joinHalves([...found, ...more.flat()], headingsOf(pass, part));
  }

  const allOf = async (passes: readonly Pass[]): Promise<Finding[]> =>
    (await Promise.all(passes.map((pass) => findingsOf(pass, '')))).flat();

  function quick(raw: string, part = ''): Answer {
    const query = clean(raw, catalogue.simplify);
    const pass = passOf(query);
    if (pass.wanted.units.length === 0) return { ...nothing, query };
    const passes: [Pass, ...Pass[]] = [pass, ...passesOf(rewritesOf(pass, isKnown))];
    return answerOf(passes, passes.flatMap((each) => headingsOf(each, '')), part, 'pending');
  }

  async function full(raw: string, part = ''): Promise<Answer> {
    const first = quick(raw, part);
    const pass = passOf(first.query);
    const { units } = pass.wanted;
    if (units.length === 0) return first;
    try {
      for (const word of await fullText.words()) (/^\p{Script=Han}/u.test(word) ? common : vocabulary).add(word);
      const own = await findingsOf(pass, '');
      if (own.every(({ text }) => text === undefined)) await fullText.ensure();
      const stands = (unit: string): boolean => own.some(({ text }) => text?.evidence.held.has(unit));
      const rewritten = passesOf(rewritesOf(pass, (unit) => isKnown(unit) || stands(unit)));
      const others = await allOf(rewritten);
      const isPresent = (unit: string): boolean => (!units.includes(unit) && isKnown(unit)) || stands(unit) ||
        own.some(({ heading }) => heading?.lines.some(({ line }) => contains(line.folded, unit)));
      // Nothing, or nothing good, answers the whole query: say so by looking for what of it the book is about.
      const best = mergeFindings([...own, ...others])[0]?.score ?? 0;
      const topics = best === 0 ? [] : fewerRewrites(units, isTopic);
      const fewer = best >= goodScore ? [] : passesOf(topics.length > 0 ? topics : fewerRewrites(units, isPresent, isTopic));
      const narrowed = part === '' ? [] : await findingsOf(pass, part);
      return answerOf([pass, ...rewritten, ...fewer], [...own, ...others, ...await allOf(fewer), ...narrowed], part, 'done');
    } catch {
      return { ...first, fullText: 'failed' };
    }
  }

  return { quick, full };
}

/** Every unit of the query stands on the page. */
const isWhole = ({ text }: Finding): boolean => text?.evidence.share === 1;

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
