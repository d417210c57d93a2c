import type { Label } from './labels.ts';

/** A lexicon term found in running text; offsets into the text, end exclusive. */
export interface TermMatch {
  readonly id: string;
  /** Id of the chapter that owns the term. */
  readonly home: string;
  readonly start: number;
  readonly end: number;
}

/** For plugins that must know which chapter they are in. */
export interface BookOptions {
  /** Asked anew for every file, so that a development server can hand out a fresh book. */
  readonly book: () => BookContext;
  /** Absolute path of the content folder; a chapter's id is its path below it. */
  readonly content: string;
}

/** What the plugins must know about the rest of the book; handed in, so that this layer never imports it. */
export interface BookContext {
  readonly chapter: (id: string) => { readonly title: string; readonly written: boolean } | undefined;
  readonly label: (chapterId: string, labelId: string) => Label | undefined;
  readonly hasReference: (key: string) => boolean;
  /** Terms that may be linked in running text. */
  readonly findTerms: (text: string) => readonly TermMatch[];
}
