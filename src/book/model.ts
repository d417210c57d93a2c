import type { ChapterFacts } from '../markdown/scan.ts';
import type { Reference } from './references.ts';
import type { ChapterData, PageData, Term, TimelineEvent } from './schema.ts';

/** A chapter with a file. */
export interface Chapter extends ChapterData {
  readonly kind: 'written';
  /** `llm/transformer/masks`: path below content/ and address on the site. */
  readonly id: string;
  /** Place in the outline, e.g. `7.1.5` (part, section, chapter; planned ones are counted too). */
  readonly number: string;
  /** Relative to the project's root. */
  readonly file: string;
  /** The MDX source with its front matter. */
  readonly source: string;
  readonly facts: ChapterFacts;
  readonly minutes: number;
}

/** A chapter that the outline promises: shown greyed on maps, never a link. */
export interface PlannedChapter {
  readonly kind: 'planned';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly requires: readonly string[];
}

export type Entry = Chapter | PlannedChapter;

export interface Section {
  /** `llm/transformer`; equals the part's id where a part has no sections. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly promise: string;
  readonly entries: readonly Entry[];
}

export interface Part {
  readonly id: string;
  /** 1-based place in the book. */
  readonly number: string;
  readonly title: string;
  readonly promise: string;
  /** One chapter a day. */
  readonly daily: boolean;
  /** `false` where `sections` holds one section that is the part itself. */
  readonly divided: boolean;
  readonly sections: readonly Section[];
}

/** A page beside the outline: `content/about.mdx`. */
export interface BookPage extends PageData {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly facts: ChapterFacts;
}

/** All that the content folder says, read once. */
export interface Book {
  readonly parts: readonly Part[];
  /** Every chapter, planned ones too, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Written chapters in reading order. */
  readonly chapters: readonly Chapter[];
  readonly pages: readonly BookPage[];
  readonly lexicon: readonly Term[];
  readonly references: ReadonlyMap<string, Reference>;
  readonly timeline: readonly TimelineEvent[];
}
