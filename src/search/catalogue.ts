import { unpackHeading, type PackedTerm, type SearchAux } from './aux.ts';
import { simplifier, type Simplify } from './clean.ts';
import { contains, fold, foldText, type Folded } from './fold.ts';
import { reader, type Read } from './pinyin.ts';
import { joinLone, knownWords, systemCut, type KnownWords } from './units.ts';

/** A title (empty `id`) or a heading, ready to be compared. */
export interface Line {
  readonly id: string;
  readonly depth: 1 | 2 | 3;
  readonly text: string;
  readonly folded: Folded;
}

export interface CatalogueChapter {
  readonly id: string;
  readonly title: string;
  /** Part id. */
  readonly part: string;
  /** 「大模型 › Transformer」 */
  readonly place: readonly string[];
  /** Title first, then headings in order. */
  readonly lines: readonly Line[];
}

export interface CatalogueTerm {
  readonly id: string;
  /** Id of the chapter that explains it, empty where none does yet. */
  readonly home: string;
  readonly zh: string;
  readonly en: string;
  readonly abbr: string;
  /** All spellings, folded. */
  readonly spellings: readonly string[];
}

/** The heading index, opened: what titles, headings and terms can be asked. */
export interface Catalogue {
  readonly parts: SearchAux['parts'];
  readonly chapters: readonly CatalogueChapter[];
  readonly byId: ReadonlyMap<string, CatalogueChapter>;
  readonly planned: SearchAux['planned'];
  readonly terms: readonly CatalogueTerm[];
  /** `nameKey` of a spelling → terms that are called so. */
  readonly spelled: ReadonlyMap<string, readonly CatalogueTerm[]>;
  readonly known: KnownWords;
  /** Han words for pinyin and typing mistakes: of terms first, then of titles and headings. */
  readonly hanWords: readonly string[];
  /** Latin words, folded; those of the text come with the full text. */
  readonly vocabulary: Set<string>;
  readonly simplify: Simplify;
  readonly read: Read;
}

function openChapter(aux: SearchAux, { id, title, headings }: SearchAux['chapters'][number]): CatalogueChapter {
  const [part = '', section = ''] = id.split('/');
  const place = [aux.parts.find((candidate) => candidate.id === part)?.title, aux.sections[`${part}/${section}`]];
  const lines = headings.map(unpackHeading).map((heading): Line => ({ ...heading, folded: fold(heading.text) }));
  return {
    id, title, part,
    place: place.filter((name) => name !== undefined),
    lines: [{ id: '', depth: 1, text: title, folded: fold(title) }, ...lines],
  };
}

function openTerm([id, place, zh, packed, abbr, ...aliases]: PackedTerm, { chapters }: SearchAux): CatalogueTerm {
  const en = packed === '' ? id.replaceAll('-', ' ') : packed;
  const home = chapters[place]?.id ?? '';
  const all = [zh, en, abbr, ...aliases].filter((spelling) => spelling !== '').map(foldText);
  return { id, home, zh, en, abbr, spellings: [...new Set(all)] };
}

const hanRuns = (text: string): string[] => text.match(/\p{Script=Han}{2,}/gu) ?? [];
const latinWords = (text: string): string[] => text.toLowerCase().match(/[a-z][a-z0-9_]+/g) ?? [];

/** Chapters that name a unit in their title or a heading. */
export function chaptersNaming({ chapters }: Pick<Catalogue, 'chapters'>, unit: string): CatalogueChapter[] {
  return chapters.filter(({ lines }) => lines.some(({ folded }) => contains(folded, unit)));
}

/** Names are the same with and without hyphens: `cross attention`, `cross-attention`. */
export function nameKey(name: string): string {
  return foldText(name).replace(/[-_']/g, '');
}

function groupSpellings(terms: readonly CatalogueTerm[]): Map<string, CatalogueTerm[]> {
  const spelled = new Map<string, CatalogueTerm[]>();
  for (const term of terms) {
    for (const key of new Set(term.spellings.map(nameKey))) spelled.set(key, [...(spelled.get(key) ?? []), term]);
  }
  return spelled;
}

/** Words between the little words of a heading, so that 「它看不见顺序」 is not one word of the subject. */
function headingWords(texts: readonly string[], stop: string): string[] {
  const cut = systemCut();
  const fillers = knownWords([], stop);
  return texts.flatMap(hanRuns).flatMap((run) => joinLone(cut(run), fillers)).filter((word) => word.length > 1 && !fillers.isStop(word));
}

export function openCatalogue(aux: SearchAux): Catalogue {
  const chapters = aux.chapters.map((chapter) => openChapter(aux, chapter));
  const terms = aux.terms.map((term) => openTerm(term, aux));
  const spelled = groupSpellings(terms);
  const titles = chapters.flatMap(({ lines }) => lines.map(({ text }) => text));
  const spellings = terms.flatMap((term) => term.spellings);
  const termWords = spellings.flatMap(hanRuns);
  const pieces = headingWords(titles, aux.stop);
  const words = new Set([...termWords, ...titles.flatMap(hanRuns), ...pieces, ...aux.planned.flatMap(hanRuns)]);
  return {
    parts: aux.parts, chapters, terms, spelled,
    byId: new Map(chapters.map((chapter) => [chapter.id, chapter])),
    planned: aux.planned,
    known: knownWords([...termWords, ...pieces], aux.stop),
    hanWords: [...words],
    vocabulary: new Set([aux.vocabulary, ...titles, ...terms.flatMap(({ en, abbr }) => [en, abbr]), ...spellings].flatMap(latinWords)),
    simplify: simplifier(aux),
    read: reader(aux),
  };
}
