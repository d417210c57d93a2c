import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Chapter } from '../book/model.ts';
import { fileStart, type Issue } from '../lib/issue.ts';
import { cellsOf, type Cell } from './cells.ts';

/** What one execution of a chapter left behind, kept beside it as `<chapter>.run.json`. */
const recordSchema = z.strictObject({
  /** Day of the run, `YYYY-MM-DD`. */
  date: z.string(),
  /** Wall seconds, for the reader's and the author's information. */
  seconds: z.number(),
  /** Interpreter, compilers and imported packages. */
  versions: z.record(z.string(), z.string()),
  /** Hash of the pins that the environment was made from. */
  environment: z.string(),
  /** Hash of each file that the blocks read, by path below the content folder. */
  files: z.record(z.string(), z.string()),
  /** In chapter order: hash of the code with everything above it, and of its output. */
  cells: z.array(z.strictObject({ code: z.string(), output: z.string() })),
  /** Figures that the blocks drew, beside the chapter, with the hash of their bytes. */
  figures: z.record(z.string(), z.string()),
});
export type RunRecord = z.output<typeof recordSchema>;

export function hash(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex').slice(0, 20);
}

/** Code hashes are chained: a change makes every block below it stale too, as in a notebook. */
export function codeHashes(cells: readonly Cell[]): string[] {
  let above = '';
  return cells.map(({ language, code, meta }) => {
    above = hash(above, language, code, meta.raises ?? '', meta.figure ?? '', String(meta.traceback));
    return above;
  });
}

/** Also of outputs that vary: what stands in the chapter was printed once, not typed. */
export function outputHash({ output }: Pick<Cell, 'output'>): string {
  return hash(output ?? '');
}

export function recordPath(root: string, chapter: Pick<Chapter, 'file'>): string {
  return join(root, chapter.file.replace(/\.mdx$/, '.run.json'));
}

/** Name of the file beside the chapter that `figure=name` draws. */
export function figureName(chapterId: string, figure: string): string {
  return `${basename(chapterId)}.${figure}.svg`;
}

/** The record of a chapter; `undefined` where there is none or it cannot be read. */
export function readRecord(root: string, chapter: Pick<Chapter, 'file'>): RunRecord | undefined {
  const path = recordPath(root, chapter);
  if (!existsSync(path)) return undefined;
  try {
    return recordSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/**
 * Every file is replaced whole or not at all, whenever the process ends; none is, where one cannot be written. The
 * order is that of the map, so a record that comes last never speaks of files that are not there yet.
 */
export function replaceFiles(files: ReadonlyMap<string, string | Uint8Array>): void {
  const drafts = [...files.keys()].map((path) => [`${path}.${process.pid}.tmp`, path] as const);
  try {
    for (const [draft, path] of drafts) writeFileSync(draft, files.get(path) ?? '');
    for (const [draft, path] of drafts) renameSync(draft, path);
  } finally {
    for (const [draft] of drafts) rmSync(draft, { force: true });
  }
}

export function fileHash(path: string): string {
  return existsSync(path) ? hash(readFileSync(path)) : '';
}

const again = (id: string): string => `运行 npm run examples:record -- ${id}，用真实的运行结果更新它。`;

/** The first block whose code, or whose output, is not what the record saw. */
function staleCell(chapter: Chapter, cells: readonly Cell[], record: RunRecord): Issue | undefined {
  const codes = codeHashes(cells);
  const index = cells.findIndex((cell, place) =>
    record.cells[place]?.code !== codes[place] || record.cells[place]?.output !== outputHash(cell));
  const cell = cells[index];
  if (cell === undefined) return undefined;
  const changed = record.cells[index]?.code === codes[index] ? '的输出被改过' : '在上次运行之后改过';
  return { file: chapter.file, line: cell.line, column: cell.column, message: `第 ${index + 1} 个可执行代码块${changed}`, hint: again(chapter.id) };
}

/**
 * Whether the outputs in a chapter are those of its code. Runs nothing and needs no Python: hashes of code, outputs,
 * files and pins are compared with the record.
 */
export function recordIssues(root: string, content: string, environment: string, chapter: Chapter): Issue[] {
  const cells = cellsOf(chapter);
  if (cells.length === 0) return [];
  const record = readRecord(root, chapter);
  const whole = (message: string): Issue[] => [{ file: chapter.file, ...fileStart, message, hint: again(chapter.id) }];
  if (record === undefined) {
    const path = chapter.file.replace(/\.mdx$/, '.run.json');
    return whole(existsSync(recordPath(root, chapter)) ? `运行记录 ${path} 不完整或被改坏了，等于没有记录`
      : `${cells.length} 个可执行代码块还没有运行记录`);
  }
  const stale = staleCell(chapter, cells, record);
  if (stale !== undefined) return [stale];
  if (record.cells.length !== cells.length) return whole(`记录里有 ${record.cells.length} 个代码块，现在有 ${cells.length} 个`);
  const files = { ...record.files, ...record.figures };
  const moved = Object.keys(files).find((name) => fileHash(join(content, name)) !== files[name]);
  if (moved !== undefined) return whole(`代码块用到的文件 ${moved} 在上次运行之后改过，或不见了`);
  if (record.environment !== environment) return whole('content/requirements.txt 在上次运行之后改过');
  return unseenFigures(chapter, cells);
}

/** Drawings that no reader sees: the author puts them where they belong, with words for those who do not see. */
function unseenFigures(chapter: Chapter, cells: readonly Cell[]): Issue[] {
  return cells.flatMap(({ line, column, meta: { figure } }) => {
    const name = figureName(chapter.id, figure ?? '');
    const shown = chapter.facts.images.some(({ url }) => url.replace(/^\.\//, '') === name);
    return figure === undefined || shown ? [] : [{ file: chapter.file, line, column, message: `代码块画的图 ${name} 没有出现在正文里`,
      hint: `在代码块后面写 ![图上看得到什么](./${name})。` }];
  });
}
