import { readFileSync } from 'node:fs';
import { z } from 'zod';

const usage = { wall: z.number(), cpu: z.number(), memory: z.number() };

const entry = z.strictObject({
  name: z.string(),
  /** Of the machine when the build began: processes that wanted to run. */
  load: z.number(),
  /** Seconds, seconds of all processes, MiB of all processes. `too long`: ended at its limit, so these are lower bounds. */
  build: z.strictObject({ ...usage, state: z.enum(['done', 'too long', 'failed']) }),
  rebuild: z.strictObject(usage).optional(),
  files: z.number().optional(),
  megabytes: z.number().optional(),
  /** Medians over three chapters; milliseconds and bytes. */
  page: z.strictObject({
    bytes: z.number(), requests: z.number(), fcp: z.number(), lcp: z.number(), tbt: z.number(), cls: z.number(),
    heap: z.number(), work: z.number(), script: z.number(),
  }).optional(),
  /** For a word that stands once in the book; `time` from opening the search, `typed` from the last letter of two seconds' writing. */
  search: z.strictObject({ hits: z.number(), time: z.number(), typed: z.number(), bytes: z.number() }).optional(),
  /** 0 to 100. */
  lighthouse: z.strictObject({ performance: z.number(), accessibility: z.number(), 'best-practices': z.number(), seo: z.number() }).optional(),
});

const race = z.strictObject({
  date: z.iso.date(),
  chapters: z.number(),
  machine: z.strictObject({ processor: z.string(), cores: z.number(), memory: z.number(), node: z.string(), browser: z.string() }),
  /** This site first. */
  entries: z.array(entry).min(2),
});

export type Race = z.infer<typeof race>;
export type RaceEntry = z.infer<typeof entry>;

/** What `npm run bench:peers` measured last. */
export function readRace(file: string): Race {
  return race.parse(JSON.parse(readFileSync(file, 'utf8')));
}
