import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chapter } from '../book/model.ts';
import type { Issue } from '../lib/issue.ts';
import { parseMdx } from '../markdown/parse.ts';
import { scan } from '../markdown/scan.ts';
import { cellsOf, tools, type Cell } from './cells.ts';
import { agrees, showDifference } from './compare.ts';
import { environmentHash, packageName, pinnedPackages } from './environment.ts';
import type { Execution } from './execute.ts';
import { at, failures, loosePackages } from './failures.ts';
import { codeHashes, fileHash, hash, outputHash, readRecord, recordPath, replaceFiles, type RunRecord } from './record.ts';
import { withOutputs } from './rewrite.ts';
import { figureDrift, outcome, run, type Outcome, type Workshop } from './verify.ts';

/** Outputs and figures that change with the hash seed or by chance. */
function chance(chapter: Chapter, cells: readonly Cell[], first: Execution, second: Execution): Issue[] {
  const remedy = '固定随机种子，不要依赖集合的顺序；本来就会变的（计时、地址）写 varies。';
  const outputs = cells.flatMap((cell, index) => {
    const [one, two] = [first.results[index]?.output ?? '', second.results[index]?.output ?? ''];
    return agrees(one, two, cell.meta) ? [] : [at(chapter, cell,
      `第 ${index + 1} 个代码块两次运行的输出不同（- 第一次，+ 第二次）：\n${showDifference(one, two)}`, remedy)];
  });
  const drawn = (name: string): string => hash(first.drawings.get(name) ?? '');
  return [...outputs, ...figureDrift(cells, second, drawn, (cell, index, name) =>
    at(chapter, cell, `第 ${index + 1} 个代码块两次运行画出的图 ${name} 不同`, remedy))];
}

/** Interpreter, tools and the packages that are pinned; what those bring along says nothing to a reader. */
function shownVersions(versions: Execution['versions'], content: string): Record<string, string> {
  const pinned = pinnedPackages(content);
  return Object.fromEntries(Object.entries(versions).filter(([name]) =>
    ['python', ...tools].includes(name) || pinned.has(packageName(name))));
}

function recordOf(source: string, chapter: Chapter, execution: Execution, workshop: Workshop): RunRecord {
  const cells = cellsOf({ facts: scan(parseMdx(source, chapter.file).tree) });
  const codes = codeHashes(cells);
  const folder = dirname(chapter.id);
  const figures = Object.fromEntries([...execution.drawings].map(([name, svg]) => [`${folder}/${name}`, hash(svg)]));
  const read = execution.files.filter((name) => !(name in figures));
  return {
    date: workshop.today,
    seconds: Math.round(execution.seconds * 10) / 10,
    versions: shownVersions(execution.versions, workshop.content),
    environment: environmentHash(workshop.content),
    files: Object.fromEntries(read.map((name) => [name, fileHash(join(workshop.content, name))])),
    cells: cells.map((cell, index) => ({ code: codes[index] ?? '', output: outputHash(cell) })),
    figures,
  };
}

/** Keeps the day and duration of a record whose content did not change, so that recording again changes no file. */
function steady(record: RunRecord, old: RunRecord | undefined): RunRecord {
  const core = ({ date: _date, seconds: _seconds, ...rest }: RunRecord): string => JSON.stringify(rest);
  return old !== undefined && core(old) === core(record) ? old : record;
}

/** Outputs that may differ (`varies`, `approx`) stay as they are recorded while their code and the pins do. */
function keptOutputs(cells: readonly Cell[], { results }: Execution, old: RunRecord | undefined, environment: string): string[] {
  const codes = codeHashes(cells);
  return cells.map((cell, index) => {
    const output = results[index]?.output ?? '';
    const same = old?.environment === environment && old.cells[index]?.code === codes[index];
    return same && cell.output !== undefined && agrees(cell.output, output, cell.meta) ? cell.output : output;
  });
}

function write(chapter: Chapter, cells: readonly Cell[], execution: Execution, workshop: Workshop): void {
  const folder = dirname(join(workshop.content, `${chapter.id}.mdx`));
  const old = readRecord(workshop.root, chapter);
  const source = withOutputs(chapter.source, cells, keptOutputs(cells, execution, old, environmentHash(workshop.content)));
  const record = steady(recordOf(source, chapter, execution, workshop), old);
  replaceFiles(new Map<string, string | Uint8Array>([
    ...[...execution.drawings].map(([name, svg]) => [join(folder, name), svg] as const),
    ...(source === chapter.source ? [] : [[join(workshop.root, chapter.file), source] as const]),
    [recordPath(workshop.root, chapter), `${JSON.stringify(record, null, 1)}\n`],
  ]));
  for (const name of Object.keys(old?.figures ?? {})) {
    if (!(name in record.figures)) rmSync(join(workshop.content, ...name.split('/')), { force: true });
  }
}

/** The author's text may have changed while the blocks ran; what was typed meanwhile is not overwritten. */
function overtaken(chapter: Chapter, workshop: Workshop): Issue[] {
  return readFileSync(join(workshop.root, chapter.file), 'utf8') === chapter.source ? []
    : [at(chapter, undefined, '文件在运行期间被改过，没有写入记录', `再运行一次 npm run examples:record -- ${chapter.id}`)];
}

/**
 * Runs a chapter twice, with different hash seeds, and writes outputs, figures and the record when both runs agree.
 * Nothing is written otherwise.
 */
export async function record(chapter: Chapter, workshop: Workshop): Promise<Outcome> {
  const cells = cellsOf(chapter);
  const first = await run(chapter, cells, workshop);
  const failed = [...failures(chapter, cells, first), ...loosePackages(chapter, cells, first, workshop.content)];
  if (failed.length > 0) return outcome(chapter, cells, first, failed);
  const second = await run(chapter, cells, workshop, 1);
  const again = failures(chapter, cells, second);
  const issues = again.length > 0 ? again : [...chance(chapter, cells, first, second), ...overtaken(chapter, workshop)];
  if (issues.length === 0) write(chapter, cells, first, workshop);
  return outcome(chapter, cells, first, issues);
}
