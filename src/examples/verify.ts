import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chapter } from '../book/model.ts';
import type { ContentFolder } from '../book/read.ts';
import { fileStart, type Issue } from '../lib/issue.ts';
import { cellsOf, type Cell } from './cells.ts';
import { agrees, showDifference } from './compare.ts';
import { environmentHash, packageName, pinnedPackages } from './environment.ts';
import { execute, type CellResult, type Execution } from './execute.ts';
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

/** An issue at the fence of a cell. */
export function at(chapter: Chapter, cell: Cell | undefined, message: string, hint: string): Issue {
  return { file: chapter.file, line: cell?.line ?? fileStart.line, column: cell?.column ?? fileStart.column, message, hint };
}

const hints: readonly (readonly [error: RegExp, hint: (found: string) => string])[] = [
  [/ModuleNotFoundError: No module named '([^'.]+)/, (name) => `在 content/requirements.txt 里加上提供 ${name} 的包与它的精确版本，如 名==1.2.3。`],
  [/内存超过上限|can't allocate memory|std::bad_alloc/, () => '这一章的内存上限见 --memory；例子用小的数据就能说明问题。'],
  [/EOFError/, () => '代码块没有标准输入，不能用 input()：把要输入的值写在代码里。'],
  [/没有抛出异常/, () => '改正代码，或删去围栏上的 raises=。'],
  [/应当抛出/, () => '改正代码，或把围栏上的 raises= 改成真正的异常名。'],
  [/sys\.exit/, () => '删去它；若要展示的正是它，在围栏上写 raises=SystemExit。'],
  [/超过 256 MiB|^输出有/, () => '一章里的输出是给人读的：打印开头几项，或打印统计。'],
  [/^输出/, () => '读者看到的必须和程序打印的一样，所以它不能原样放进章里。'],
];

function failureHint(error: string): string {
  for (const [pattern, hint] of hints) {
    const found = pattern.exec(error);
    if (found !== null) return hint(found[1] ?? '');
  }
  return '改正代码；若这个异常正是要展示的，在围栏上写 raises=异常名。';
}

/** The end of what a failed cell printed: compilers and shells say there what is wrong. */
function printedBefore({ output }: CellResult): string {
  const lines = output.trimEnd().split('\n');
  const shown = lines.slice(-12).map((line) => `\n      ${line}`).join('');
  return output === '' ? '' : `\n    在此之前的输出${lines.length > 12 ? `（最后 12 行，共 ${lines.length} 行）` : ''}：${shown}`;
}

const indented = (text: string): string => text.trimEnd().replaceAll('\n', '\n      ');
/** A line of the cell as a line of the chapter's file; the code begins below its fence. */
const place = (cell: Cell | undefined, line: number | null | undefined): string =>
  cell === undefined || typeof line !== 'number' ? '' : `（文件第 ${cell.line + line} 行）`;

/** Cells that failed, and the crash that kept others from running. */
export function failures(chapter: Chapter, cells: readonly Cell[], { results, crash }: Execution): Issue[] {
  const failed = results.flatMap((result, index) => result.error === null ? [] : [
    at(chapter, cells[index], `第 ${index + 1} 个代码块失败${place(cells[index], result.line)}：${indented(result.error)}${printedBefore(result)}`,
      failureHint(result.error)),
  ]);
  if (crash === undefined) return failed;
  const index = Math.min(results.length, cells.length - 1);
  return [...failed, at(chapter, cells[index], `运行到第 ${index + 1} 个代码块时${place(cells[index], crash.line)}，${crash.reason}`,
    '上面的代码块已经跑完；从这一块查起。')];
}

/** Packages that the blocks import although no pin names them: they came along with another, at any version. */
export function loosePackages(chapter: Chapter, cells: readonly Cell[], { imports }: Execution, content: string): Issue[] {
  const pinned = pinnedPackages(content);
  return imports.filter(({ packages }) => !packages.some((name) => pinned.has(packageName(name)))).map(({ cell, module, packages }) =>
    at(chapter, cells[cell], `第 ${cell + 1} 个代码块导入 ${module}，但 content/requirements.txt 里没有写 ${packages.join(' 或 ')}`,
      '它只是随别的包装上的，版本不定：加上一行 名==版本。'));
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

export function sourceOf({ root }: Pick<ContentFolder, 'root'>, { file }: Pick<Chapter, 'file'>): string {
  return readFileSync(join(root, file), 'utf8');
}
