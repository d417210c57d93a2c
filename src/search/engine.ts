import type { SearchAux } from './aux.ts';
import { chaptersNaming, nameKey, openCatalogue, type CatalogueTerm } from './catalogue.ts';
import { clean } from './clean.ts';
import { readText } from './evidence.ts';
import { contains, foldText } from './fold.ts';
import type { FullText } from './full-text.ts';
import { lighten, searchHeadings, weigher, type Wanted } from './headings.ts';
import { nearestTerms, plannedFor } from './nearest.ts';
import { mergeFindings, type Answer, type Finding, type Pass } from './results.ts';
import { aliasRewrites, fewerRewrites, pinyinRewrites, prefixRewrites, symbolRewrites, typoRewrites, unitRewrites, type Rewrite } from './rewrites.ts';
import { byChapter, timesRead, type FoundChapter } from './sections.ts';
import { systemCut, unitsOf } from './units.ts';

/** How much is fetched to be verified and shown: so many chapters, so many sections of each. */
type Reading = readonly [chapters: number, sections: number];

const ownReading: Reading = [5, 2];
const rewriteReading: Reading = [3, 2];
/** The index knows no signs: the right section may be any that holds the pieces between them. */
const signsReading: Reading = [5, 3];
/** Nothing that was read holds all of the query: index and query are cut by different dictionaries, the right section may rank low. */
const deepReading: Reading = [8, 3];

const readingOf = ({ query, rewrite }: Pass): Reading => (/[^\p{L}\p{N}\s]/u.test(query) ? signsReading : rewrite ? rewriteReading : ownReading);

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

  /** Reads the best sections of the best chapters and keeps what they really hold. */
  async function read(pass: Pass, found: readonly FoundChapter[], [chapters, sections]: Reading): Promise<Finding[]> {
    const weight = lighten(weigh, pass.wanted, common);
    const best = found[0]?.score || 1;
    const findings = await Promise.all(found.slice(0, chapters).map(async ({ chapter: id, score, hits }): Promise<Finding[]> => {
      const chosen = hits.slice(0, sections);
      const texts = await Promise.all(chosen.map(({ load }) => load()));
      const evidence = readText(texts, pass.wanted, weight, timesRead(hits, chosen, pass.wanted.units));
      const chapter = byId.get(id);
      return chapter === undefined || evidence.share === 0 ? [] : [{ pass, chapter, text: { evidence, rank: score / best } }];
    }));
    return findings.flat();
  }

  async function findingsOf(pass: Pass, part = '', much = readingOf(pass)): Promise<Finding[]> {
    const found = byChapter(await fullText.search(pass.wanted.units, part));
    return joinHalves(await read(pass, found, much), headingsOf(pass, part));
  }

  const allOf = async (passes: readonly Pass[]): Promise<Finding[]> =>
    (await Promise.all(passes.map((pass) => findingsOf(pass)))).flat();

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
      let own = await findingsOf(pass);
      if (own.every(({ text }) => text === undefined)) await fullText.ensure();
      const stands = (unit: string): boolean => own.some(({ text }) => text?.evidence.held.has(unit));
      const rewritten = passesOf(rewritesOf(pass, (unit) => isKnown(unit) || stands(unit)));
      const others = await allOf(rewritten);
      if (![...own, ...others].some(isWhole)) own = await findingsOf(pass, '', deepReading);
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

/** Every unit of the query stands in the chapter. */
const isWhole = ({ text }: Finding): boolean => text?.evidence.share === 1;

/** Joins what headings and text say about the same chapter. */
function joinHalves(texts: readonly Finding[], headings: readonly Finding[]): Finding[] {
  const joined = new Map(headings.map((finding) => [finding.chapter.id, finding]));
  for (const finding of texts) joined.set(finding.chapter.id, { ...joined.get(finding.chapter.id), ...finding });
  return [...joined.values()];
}
