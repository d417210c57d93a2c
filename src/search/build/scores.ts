import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const scoreSchema = z.object({
  queries: z.number(),
  /** Share of queries with a best chapter in first place. */
  first: z.number(),
  /** Share with a relevant chapter among the first five. */
  five: z.number(),
  /** Mean reciprocal rank. */
  mrr: z.number(),
  /** Share without results. */
  zero: z.number(),
});
const scoresSchema = z.object({
  chapters: z.number(),
  pending: z.number(),
  total: scoreSchema,
  kinds: z.record(z.string(), scoreSchema),
});

export type SearchScore = z.output<typeof scoreSchema>;
export type SearchScores = z.output<typeof scoresSchema>;

/** What the last run of the judged queries recorded; `undefined` before the first run. */
export function readScores(file: string): SearchScores | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = scoresSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : undefined;
}
