/** A stretch of a chapter under one heading (empty id before the first). */
export interface Passage {
  readonly id: string;
  /** The heading, then what stands under it; formulas and code stand between `mark` characters. */
  readonly text: string;
  /** Where the heading ends. */
  readonly body: number;
}

/** The text of a chapter, as the full-text index keeps it. */
export interface PageText {
  readonly chapter: string;
  readonly passages: readonly Passage[];
  /** Names and glosses of the terms that the chapter owns. */
  readonly about: string;
}

export interface FullTextHit {
  /** Relative to the other hits of the same search only. */
  readonly score: number;
  readonly load: () => Promise<PageText>;
}

/** A full-text engine; rejects where its index cannot be had. */
export interface FullText {
  readonly search: (query: string, part: string) => Promise<readonly FullTextHit[]>;
  /** Words of the text: Latin ones, by which typing mistakes are mended, and Han ones so common that they tell little; none where they cannot be had. */
  readonly words: () => Promise<readonly string[]>;
  /** Rejects where the index is only half there and 「nothing found」 may mean 「not loaded」. */
  readonly ensure: () => Promise<void>;
}

/** Characters of private use that say where formulas and code begin and end, and where a heading ends; the index counts them as no words. */
export const mark = { mathStart: '\uE000', mathEnd: '\uE001', codeStart: '\uE002', codeEnd: '\uE003', headingEnd: '\uE004' } as const;
