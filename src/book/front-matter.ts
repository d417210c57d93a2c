const frontMatter = /^---[ \t]*\r?\n(?:(.*?)\r?\n)?---[ \t]*(?:\r?\n|$)/s;

/** The YAML between the two `---` at the start of an MDX file; it begins on line 2. `undefined` where there is none. */
export function splitFrontMatter(source: string): string | undefined {
  const found = frontMatter.exec(source);
  return found === null ? undefined : found[1] ?? '';
}
