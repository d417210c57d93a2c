/** A stretch of a chapter under one heading (empty id before the first). */
export interface Passage {
  readonly id: string;
  /** The heading, then what stands under it; formulas and code stand between `mark` characters. */
  readonly text: string;
  /** Where the heading ends. */
  readonly body: number;
}

/** The text of a section, or of several: what stands before the first `##` of a chapter, or a `##` with what stands under it. */
export interface SectionText {
  readonly passages: readonly Passage[];
  /** Names and glosses of the terms that the chapter owns; its first section has them. */
  readonly about: string;
}

/** A section in which a search found something. */
export interface FullTextHit {
  readonly chapter: string;
  /** Relative to the other hits of the same search only. */
  readonly score: number;
  /** How often each unit seems to stand there; 0 or a hole where it does not. */
  readonly counts: readonly number[];
  readonly load: () => Promise<SectionText>;
}

/** A full-text engine; rejects where its index cannot be had. */
export interface FullText {
  readonly search: (units: readonly string[], part: string) => Promise<readonly FullTextHit[]>;
  /** Words of the text: Latin ones, by which typing mistakes are mended, and Han ones so common that they tell little; none where they cannot be had. */
  readonly words: () => Promise<readonly string[]>;
  /** Rejects where the index is only half there and 「nothing found」 may mean 「not loaded」. */
  readonly ensure: () => Promise<void>;
}

/** Characters of private use that say where formulas and code begin and end, and where a heading ends; the index counts them as no words. */
export const mark = { mathStart: '\uE000', mathEnd: '\uE001', codeStart: '\uE002', codeEnd: '\uE003', headingEnd: '\uE004' } as const;
