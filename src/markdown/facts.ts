import type { Place } from '../lib/issue.ts';
import type { Heading } from './headings.ts';
import type { Label } from './labels.ts';

export interface Use extends Place {
  readonly value: string;
}
export interface Fence extends Place {
  readonly language: string;
  readonly meta: string;
  readonly code: string;
  /** Language of the fence right before it; empty where something else, or nothing, stands there. */
  readonly follows: string;
  /** Offsets into the source, from the first backtick to behind the last, end exclusive. */
  readonly range: readonly [start: number, end: number];
}
export interface Formula extends Place {
  readonly tex: string;
  readonly display: boolean;
  /** Offsets into the source, with the dollars, end exclusive. */
  readonly range: readonly [start: number, end: number];
}
export interface Image extends Place {
  readonly url: string;
  readonly alt: string;
}
export interface Link extends Use {
  /** What the reader clicks; of a definition its label. */
  readonly text: string;
}
/** A tag that the author wrote. Its attributes are strings; of `{…}` the source, with its braces. */
export interface Tag extends Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether it stands on lines of its own. */
  readonly block: boolean;
  /** Name of the tag that it stands in directly; empty where there is none. */
  readonly parent: string;
  /** mdast types and tag names of its children. */
  readonly holds: readonly string[];
}
/** A run of running text and the `##` section it stands in (empty before the first). */
export interface Prose extends Place {
  readonly section: string;
  readonly text: string;
}

/** What a chapter's source says about itself; the common ground of pages, back-links, search and checks. */
export interface ChapterFacts {
  readonly headings: readonly Heading[];
  readonly labels: readonly Label[];
  /** `to` of every `<Ref>`. */
  readonly refs: readonly Use[];
  /** `id` of every `<Chapter>`. */
  readonly chapterRefs: readonly Use[];
  /** `id` of every `<Cite>`, repeats included. */
  readonly citations: readonly Use[];
  /** Every Markdown link. */
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly fences: readonly Fence[];
  readonly formulas: readonly Formula[];
  readonly tags: readonly Tag[];
  readonly prose: readonly Prose[];
  /** Headings inside a tag, a list or a quotation: they are in no table of contents. */
  readonly strayHeadings: readonly Use[];
  /** JavaScript of any sort: `import`, `export`, `{…}` in text and in attributes. */
  readonly scripts: readonly Use[];
  /** Identifier of every `[^a]` in the text, repeats included. */
  readonly footnotes: readonly Use[];
  /** Identifier of every `[^a]: …`. */
  readonly footnoteTexts: readonly Use[];
}
