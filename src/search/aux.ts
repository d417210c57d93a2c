/** `search-index.json`: all that the first rows need, small enough to load before the full text. */
export interface SearchAux {
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  /** Section id → title; parts without sections have none. */
  readonly sections: Readonly<Record<string, string>>;
  readonly chapters: readonly AuxChapter[];
  /** Titles of planned chapters: shown to a reader who looks for them, never a link. */
  readonly planned: readonly string[];
  readonly terms: readonly PackedTerm[];
  /** Syllable → characters read so, for all characters of titles, headings and terms. */
  readonly pinyin: Readonly<Record<string, string>>;
  /** Words in which a character is read otherwise than `pinyin` says: word → its syllables. */
  readonly heteronyms: Readonly<Record<string, string>>;
  /** Traditional characters and, at the same places, their simplified ones. */
  readonly traditional: readonly [string, string];
  /** Words of Taiwan and Hong Kong, in simplified characters → the mainland's word; longer ones first. */
  readonly regional: Readonly<Record<string, string>>;
  /** The full-text index that belongs to this one. */
  readonly fullText: FullTextNames;
  /** More headings and terms wait beside the full text: a large book does not fit into the first file. */
  readonly more: boolean;
  /** Words that ask, join or fill; joined by spaces. */
  readonly stop: string;
  /** The weightiest Latin words of the text, by which typing mistakes are mended; joined by spaces. All of them come with the full text. */
  readonly vocabulary: string;
}

export interface FullTextNames {
  /** Pagefind's own name of it, which changes with its content. */
  readonly index: string;
  /** Address of one file of it below the base: where it is missing, 「没有找到」 would be a lie. */
  readonly probe: string;
}

/** The home is a place in `chapters`, -1 where no chapter explains the term yet; an English name that is the id with spaces is left out. */
export type PackedTerm = readonly [id: string, home: number, zh: string, en: string, abbr: string, ...aliases: string[]];

export interface AuxChapter {
  readonly id: string;
  readonly title: string;
  /** `##` as `text`, `###` with a leading tab; an id that does not follow from the text stands after a second tab. */
  readonly headings: readonly string[];
}

export interface AuxHeading {
  readonly depth: 2 | 3;
  readonly text: string;
  readonly id: string;
}

/** What a large book's first file leaves out. */
export interface AuxRest {
  /** For each chapter and each of its `##` the `###` below it. */
  readonly below: readonly (readonly (readonly string[])[])[];
  readonly terms: readonly PackedTerm[];
}

export function joinAux(aux: SearchAux, { below, terms }: AuxRest): SearchAux {
  const chapters = aux.chapters.map((chapter, place) =>
    ({ ...chapter, headings: chapter.headings.flatMap((heading, index) => [heading, ...below[place]?.[index] ?? []]) }));
  return { ...aux, chapters, terms: [...aux.terms, ...terms], more: false };
}

/** The id that most headings have: what GitHub's slugger makes of a text that occurs once. */
export function plainSlug(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '').replaceAll(' ', '-');
}

export function packHeading({ depth, text, id }: AuxHeading): string {
  return `${depth === 3 ? '\t' : ''}${text}${plainSlug(text) === id ? '' : `\t${id}`}`;
}

export function unpackHeading(packed: string): AuxHeading {
  const depth = packed.startsWith('\t') ? 3 : 2;
  const [text = '', id] = packed.slice(depth - 2).split('\t');
  return { depth, text, id: id ?? plainSlug(text) };
}
