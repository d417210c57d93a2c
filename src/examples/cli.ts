/**
 * `npm run examples [-- ids …] [-- --all]`: runs the blocks of chapters and compares their outputs with the recorded ones.
 * `npm run examples:record …`: writes outputs and records anew. Unchanged chapters are skipped unless `--all`.
 * `--seconds 300` and `--memory 8192` (MiB; 0 for none) change the limits of a chapter.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { contentFolder } from '../book/folder.ts';
import type { Chapter } from '../book/model.ts';
import { readBook } from '../book/read.ts';
import { formatIssue, sortIssues, type Issue } from '../lib/issue.ts';
import { cellsOf } from './cells.ts';
import { checkPins, environmentHash, pythonEnvironment, pythonFolder } from './environment.ts';
import { endAll } from './execute.ts';
import { defaultLimits, type Limits } from './guard.ts';
import { recordIssues } from './record.ts';
import { record } from './rerecord.ts';
import { verify, type Outcome } from './verify.ts';

const usage = '用法：npm run examples -- [章或节的 id …] [--all] [--seconds 秒] [--memory MiB]';

/** Runs `work` on every item, at most `width` at a time. */
async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

function selected(chapters: readonly Chapter[], wanted: readonly string[]): readonly Chapter[] {
  const chosen = wanted.map((prefix) => prefix.replace(/\/+$/, ''));
  const unknown = chosen.find((prefix) => !chapters.some(({ id }) => id === prefix || id.startsWith(`${prefix}/`)));
  if (unknown !== undefined) throw new Error(`没有写好的章以「${unknown}」开头。写部分、小节或章的 id，例如 llm/transformer。`);
  return chosen.length === 0 ? chapters
    : chapters.filter(({ id }) => chosen.some((prefix) => id === prefix || id.startsWith(`${prefix}/`)));
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { record: { type: 'boolean' }, all: { type: 'boolean' }, seconds: { type: 'string' }, memory: { type: 'string' } },
    });
  } catch {
    throw new Error(usage);
  }
}

function limitsOf({ seconds, memory }: { readonly seconds?: string | undefined; readonly memory?: string | undefined }): Limits {
  const wanted = {
    seconds: seconds === undefined ? defaultLimits.seconds : Number(seconds),
    memory: memory === undefined ? defaultLimits.memory : Number(memory) * 2 ** 20,
  };
  if (!(wanted.seconds > 0) || !(wanted.memory >= 0)) throw new Error(`--seconds 和 --memory 后面要写数字。${usage}`);
  return wanted;
}

/** One line as each chapter ends. */
function showChapter({ chapter, cells, seconds, issues }: Outcome): void {
  console.log(`${issues.length === 0 ? '✓' : '✗'} ${chapter.id}  ${cells} 个代码块，${seconds.toFixed(1)} 秒`);
}

function showSum(outcomes: readonly Outcome[], recorded: boolean): Issue[] {
  const issues = sortIssues(outcomes.flatMap((outcome) => outcome.issues));
  for (const issue of issues) console.error(`\n${formatIssue(issue)}`);
  if (outcomes.some(({ isolated }) => !isolated)) {
    console.log('\n注意：这个系统不能整个断网，只拦住了 Python 自己的网络连接；子进程和 C 库没有拦（见 src/examples/sandbox.py）。');
  }
  const cells = outcomes.reduce((sum, outcome) => sum + outcome.cells, 0);
  const done = recorded ? '已记录' : '与记录一致';
  console.log(issues.length === 0 ? `\n${outcomes.length} 章、${cells} 个代码块${done}。` : `\n${issues.length} 处问题。`);
  return issues;
}

async function main(): Promise<number> {
  const { values, positionals } = options();
  const limits = limitsOf(values);
  const folder = contentFolder();
  checkPins(folder.content);
  const { book, issues: unread } = readBook(folder);
  const environment = environmentHash(folder.content);
  const runnable = selected(book.chapters, positionals).filter((chapter) => cellsOf(chapter).length > 0);
  const due = values.all === true ? runnable
    : runnable.filter((chapter) => recordIssues(folder.root, folder.content, environment, chapter).length > 0);
  if (due.length < runnable.length) console.log(`${runnable.length - due.length} 章没有变化，跳过（加 --all 全部重跑）。`);
  if (runnable.length === 0) console.log('没有会运行的代码块。');
  for (const issue of unread) console.error(`\n${formatIssue(issue)}`);
  if (due.length === 0) return unread.length === 0 ? 0 : 1;
  const python = pythonEnvironment(folder.content);
  const workshop = { ...folder, python, cache: pythonFolder(), limits, today: new Date().toISOString().slice(0, 10) };
  const outcomes: Outcome[] = [];
  await inParallel(due, Math.min(due.length, availableParallelism()), async (chapter) => {
    const outcome = await (values.record === true ? record : verify)(chapter, workshop);
    showChapter(outcome);
    outcomes.push(outcome);
  });
  return showSum(outcomes, values.record === true).length + unread.length === 0 ? 0 : 1;
}

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
  process.once(signal, () => {
    endAll();
    console.error('\n已中断。没有跑完的章，文件都没有动过。');
    process.exit(code);
  });
}
try {
  process.exitCode = await main();
} catch (error) {
  endAll();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
