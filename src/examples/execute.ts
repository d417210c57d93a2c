import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, delimiter, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Chapter } from '../book/model.ts';
import type { Cell } from './cells.ts';
import { collect, crashLine, ending, type CellResult, type Summary } from './channel.ts';
import { guard, type Limits } from './guard.ts';
import { clear, makeWorkspace, type Workspace } from './workspace.ts';

export interface Crash {
  /** What ended the interpreter, as the rest of a sentence. */
  readonly reason: string;
  /** 1-based line of the cell that was running, where it is known. */
  readonly line?: number;
}

export interface Execution extends Summary {
  /** In chapter order; shorter than the chapter's cells when one failed. */
  readonly results: readonly CellResult[];
  /** SVG of the figures that were drawn, by file name. */
  readonly drawings: ReadonlyMap<string, Buffer>;
  readonly seconds: number;
  readonly crash?: Crash;
}

export interface Machine {
  /** Interpreter of the pinned environment. */
  readonly python: string;
  /** The content folder. */
  readonly content: string;
  readonly limits: Limits;
  /** Where libraries keep what takes long to make and changes no output, as Matplotlib's list of fonts. */
  readonly cache?: string;
  /** Seed of Python's string hashes: outputs must not depend on it. */
  readonly hashSeed?: number;
}

/** Nothing of the author's machine reaches a block but what is named here. */
function environment({ python, hashSeed = 0, cache }: Machine, { home, temporary }: Workspace): NodeJS.ProcessEnv {
  return {
    PATH: [dirname(python), process.env.PATH].join(delimiter), HOME: home, TMPDIR: temporary,
    PYTHONHASHSEED: String(hashSeed), PYTHONDONTWRITEBYTECODE: '1', PYTHONNOUSERSITE: '1', PYTHONUTF8: '1',
    TZ: 'UTC', LC_ALL: 'C.UTF-8', COLUMNS: '80', NO_COLOR: '1',
    OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', VECLIB_MAXIMUM_THREADS: '1', NUMEXPR_NUM_THREADS: '1',
    MPLBACKEND: 'Agg', ...(cache === undefined ? {} : { MPLCONFIGDIR: join(cache, 'matplotlib') }),
  };
}

/** Ends the interpreter and everything that its blocks started. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

const running = new Map<ChildProcess, Workspace>();

/** Ends every run that is under way, and clears up after it; for Ctrl-C. */
export function endAll(): void {
  for (const [child, workspace] of running) {
    end(child);
    clear(workspace);
  }
}

function jobOf(chapter: Pick<Chapter, 'id'>, cells: readonly Cell[], machine: Machine, workspace: Workspace): string {
  const writable = [workspace.root, ...(machine.cache === undefined ? [] : [resolve(machine.cache)])];
  return JSON.stringify({
    folder: workspace.folder, root: workspace.content, writable, name: basename(chapter.id), figures: workspace.root,
    memory: machine.limits.memory,
    cells: cells.map(({ language, code, meta }) => ({
      language, code, raises: meta.raises ?? null, traceback: meta.traceback, figure: meta.figure ?? null,
    })),
  });
}

/**
 * Runs the blocks of a chapter in one fresh interpreter, in a copy of the chapter's folder. Rejects only if Python
 * cannot be started.
 */
export async function execute(chapter: Pick<Chapter, 'id'>, cells: readonly Cell[], machine: Machine): Promise<Execution> {
  const workspace = makeWorkspace(resolve(machine.content), chapter.id);
  const started = performance.now();
  try {
    const run = await interpret(jobOf(chapter, cells, machine, workspace), machine, workspace);
    const seconds = (performance.now() - started) / 1000;
    const drawings = new Map(run.results.flatMap(({ figure }) =>
      figure === null ? [] : [[figure, readFileSync(join(workspace.root, figure))] as const]));
    return { ...run, files: filesOf(run.files, cells, workspace), drawings, seconds };
  } finally {
    clear(workspace);
  }
}

/** Child processes read unseen: what a block of another language names counts as read. */
function filesOf(seen: readonly string[], cells: readonly Cell[], { data }: Workspace): string[] {
  const foreign = cells.filter(({ language }) => language !== 'python').map(({ code }) => code).join('\n');
  return [...data].filter((path) => seen.includes(path) || foreign.includes(basename(path))).toSorted();
}

type Raw = Omit<Execution, 'seconds' | 'drawings'>;

function interpret(job: string, machine: Machine, workspace: Workspace): Promise<Raw> {
  const child = spawn(machine.python, ['-s', '-P', join(import.meta.dirname, 'runner.py'), '3'], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'], detached: true, env: environment(machine, workspace),
  });
  running.set(child, workspace);
  return new Promise((done, reject) => {
    let text = '';
    let noise = '';
    const watch = guard(child, machine.limits, () => end(child));
    const channel = child.stdio[3];
    if (channel instanceof Readable) channel.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => { noise = (noise + chunk).slice(-65_536); });
    child.once('error', (error) => {
      watch.stop();
      running.delete(child);
      reject(error);
    });
    child.once('exit', () => {
      end(child); // What a block left running would keep the channel open.
      setTimeout(() => { if (channel instanceof Readable) channel.destroy(); child.stderr?.destroy(); }, 1000).unref();
    });
    child.once('close', (code, signal) => {
      watch.stop();
      running.delete(child);
      const { finished, ...run } = collect(text);
      const reason = watch.exceeded() ?? (finished ? undefined : ending(code, signal, noise));
      const line = crashLine(noise);
      done({ ...run, ...(reason === undefined ? {} : { crash: { reason, ...(line === undefined ? {} : { line }) } }) });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(job);
  });
}
