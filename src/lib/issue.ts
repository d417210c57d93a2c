/** Something wrong with the content: what, where, and what to do about it. */
export interface Issue {
  /** Path relative to the project's root, e.g. `content/llm/transformer/masks.mdx`. */
  readonly file: string;
  /** 1-based; a problem of the whole file stands at 1:1. */
  readonly line: number;
  readonly column: number;
  /** The offending value and what is wrong with it. */
  readonly message: string;
  /** What to write or run instead. */
  readonly hint: string;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export const fileStart: Place = { line: 1, column: 1 };

/** Sorted by file, line, column, so that reports of two runs can be compared. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return issues.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

export function formatIssue({ file, line, column, message, hint }: Issue): string {
  return `${file}:${line}:${column}  ${message}\n    → ${hint}`;
}
