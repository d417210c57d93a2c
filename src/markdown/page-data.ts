import type { VFile } from 'vfile';

export interface TocEntry {
  readonly depth: 2 | 3;
  readonly id: string;
  /** `2` or `2.1`. */
  readonly number: string;
  /** Inline HTML of the heading, formulas rendered, without ids and links. */
  readonly html: string;
  readonly text: string;
}

/** What a rendered chapter tells its page, beside the HTML; read as `remarkPluginFrontmatter`. */
export interface PageData {
  readonly toc: readonly TocEntry[];
  /** Keys in the order of their first citation; the 1-based place is the number shown. */
  readonly citations: readonly string[];
  /** Lexicon terms linked on the page. */
  readonly terms: readonly string[];
}

/** Leaves a part of the page's data where Astro looks for it. */
export function leave<Key extends keyof PageData>(file: VFile, key: Key, value: PageData[Key]): void {
  const astro = (file.data['astro'] ??= {}) as { frontmatter?: Record<string, unknown> };
  (astro.frontmatter ??= {})[key] = value;
}
