import { dirname, join } from 'node:path';
import type { Chapter } from '../book/model.ts';
import type { ContentFolder } from '../book/read.ts';
import type { Issue } from '../lib/issue.ts';
import { cellsOf, type Cell } from './cells.ts';
import { agrees, showDifference } from './compare.ts';
import { environmentHash } from './environment.ts';
import { execute, type Execution } from './execute.ts';
import { at, failures, loosePackages } from './failures.ts';
import { defaultLimits, type Limits } from './guard.ts';
import { fileHash, hash, recordIssues } from './record.ts';

export interface Workshop extends ContentFolder {
  readonly python: string;
  readonly limits?: Limits;
  /** See `Machine`. */
  readonly cache?: string;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
}

/** What a run of one chapter showed. */
export interface Outcome {
  readonly chapter: Chapter;
  readonly cells: number;
  readonly seconds: number;
  /** Whether the system itself kept the blocks off the network. */
  readonly isolated: boolean;
  readonly issues: readonly Issue[];
}

export function outcome(chapter: Chapter, cells: readonly Cell[], { seconds, isolated }: Execution, issues: readonly Issue[]): Outcome {
  return { chapter, cells: cells.length, seconds, isolated, issues };
}

export function run(chapter: Chapter, cells: readonly Cell[], workshop: Workshop, hashSeed = 0): Promise<Execution> {
  return execute(chapter, cells, { ...workshop, limits: workshop.limits ?? defaultLimits, hashSeed });
}

/** Outputs that are not what the record says. */
function drift(chapter: Chapter, cells: readonly Cell[], { results }: Execution): Issue[] {
  return cells.flatMap((cell, index) => {
    const result = results[index];
    const expected = cell.output ?? '';
    if (result === undefined || result.error !== null || agrees(expected, result.output, cell.meta)) return [];
    return [at(chapter, cell, `第 ${index + 1} 个代码块的真实输出与记录不同（- 记录，+ 真实）：\n${showDifference(expected, result.output)}`,
      `若新的输出正确：npm run examples:record -- ${chapter.id}`)];
  });
}

/** Figures that are not, byte by byte, those of `known`. */
export function figureDrift(
  cells: readonly Cell[], { results, drawings }: Execution, known: (name: string) => string, issue: (cell: Cell | undefined, index: number, name: string) => Issue,
): Issue[] {
  return results.flatMap(({ figure }, index) => {
    const drawn = figure === null ? undefined : drawings.get(figure);
    return figure === null || drawn === undefined || known(figure) === hash(drawn) ? [] : [issue(cells[index], index, figure)];
  });
}

/**
 * Runs a chapter and compares everything with what is recorded. Changes no file. Where all agrees, what the build
 * would complain of remains: a record that is missing or older than the code.
 */
export async function verify(chapter: Chapter, workshop: Workshop): Promise<Outcome> {
  const cells = cellsOf(chapter);
  const folder = dirname(join(workshop.content, `${chapter.id}.mdx`));
  const execution = await run(chapter, cells, workshop);
  const found = [
    ...failures(chapter, cells, execution),
    ...loosePackages(chapter, cells, execution, workshop.content),
    ...drift(chapter, cells, execution),
    ...figureDrift(cells, execution, (name) => fileHash(join(folder, name)), (cell, index, name) =>
      at(chapter, cell, `第 ${index + 1} 个代码块画出的图与 ${name} 不同`, `看过新图之后：npm run examples:record -- ${chapter.id}`)),
  ];
  const stale = (): Issue[] => recordIssues(workshop.root, workshop.content, environmentHash(workshop.content), chapter);
  return outcome(chapter, cells, execution, found.length > 0 ? found : stale());
}
