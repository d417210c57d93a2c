import type { LabelName } from './labels.ts';

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

/** The lexicon's terms that may be linked in running text. */
export interface Terms {
  /** Changes with everything that `find` may say: who keeps what was made of its words compares this instead of them. */
  readonly version: string;
  readonly find: (text: string) => readonly TermMatch[];
}

/**
 * What the plugins must know beside a chapter's source; handed in, so that this layer never imports it. All of it is questions:
 * a page is made anew when one that it asked has another answer (lib/remembered.ts).
 */
export interface BookContext {
  readonly chapter: (id: string) => { readonly title: string; readonly written: boolean } | undefined;
  readonly label: (chapterId: string, labelId: string) => LabelName | undefined;
  readonly hasReference: (key: string) => boolean;
  readonly terms: () => Terms;
  /** Source of a figure that a chapter's block drew, by its absolute path. */
  readonly drawing: (path: string) => string | undefined;
}
