import queriesFile from './queries.json' with { type: 'json' };

export interface JudgedQuery {
  readonly q: string;
  readonly kind: string;
  /** Chapters that may stand first. */
  readonly best: readonly string[];
  /** Chapters that are relevant too. */
  readonly also?: readonly string[];
  readonly from: string;
}

export const queries: readonly JudgedQuery[] = queriesFile.queries;

/** Input that must neither break, nor inject, nor delay the next query. */
export const hostile: readonly string[] = queriesFile.hostile.map((item) =>
  (typeof item === 'string' ? item : item.repeat.repeat(item.times)));

/** A query counts as soon as one of the chapters that could answer it is written. */
export function isActive({ best }: JudgedQuery, written: ReadonlySet<string>): boolean {
  return best.some((id) => written.has(id));
}

export interface Score {
  readonly queries: number;
  /** Share with a best chapter in first place. */
  readonly first: number;
  /** Share with a relevant chapter among the first five. */
  readonly five: number;
  /** Mean reciprocal rank of the first relevant chapter. */
  readonly mrr: number;
  /** Share without any result. */
  readonly zero: number;
}

export interface Judged {
  readonly query: JudgedQuery;
  /** Chapter ids in rank order. */
  readonly found: readonly string[];
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

export function score(judged: readonly Judged[]): Score {
  const ranks = judged.map(({ query, found }) => found.findIndex((id) => query.best.includes(id) || (query.also ?? []).includes(id)) + 1);
  return {
    queries: judged.length,
    first: mean(judged.map(({ query, found }) => Number(query.best.includes(found[0] ?? '')))),
    five: mean(ranks.map((rank) => Number(rank > 0 && rank <= 5))),
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    zero: mean(judged.map(({ found }) => Number(found.length === 0))),
  };
}

export function scoreByKind(judged: readonly Judged[]): Readonly<Record<string, Score>> {
  const kinds = [...new Set(judged.map(({ query }) => query.kind))];
  return Object.fromEntries(kinds.map((kind) => [kind, score(judged.filter(({ query }) => query.kind === kind))]));
}

/** Floors that the suite holds. */
export const floors = { first: 0.9, five: 0.97, mrr: 0.95, kindMrr: 0.88, zero: 0.01 } as const;
