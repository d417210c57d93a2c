import { execFile, type ChildProcess } from 'node:child_process';

export interface Limits {
  /** Seconds for a whole chapter. */
  readonly seconds: number;
  /** Bytes of memory of a chapter's processes; 0 for none. */
  readonly memory: number;
}

export const defaultLimits: Limits = { seconds: 240, memory: 4 * 2 ** 30 };

/** Resident bytes of a process group; 0 where `ps` cannot say. Pages that processes share count for each. */
function residentBytes(group: number): Promise<number> {
  return new Promise((done) => {
    execFile('ps', ['-A', '-o', 'pgid=,rss='], (_error, stdout) => {
      done(stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
        .reduce((sum, [owner, kilobytes]) => sum + (owner === group ? (kilobytes ?? 0) * 1024 : 0), 0));
    });
  });
}

export interface Guard {
  readonly stop: () => void;
  /** The limit that the run was ended for, as the rest of a sentence. */
  readonly exceeded: () => string | undefined;
}

/** Where the system limits memory by itself (see sandbox.py), it is to speak first: its message names the line. */
const slack = 1.25;

/** Time for the interpreter to say, on SIGABRT, which line it was at. */
const lastWords = 500;

/** Ends a run that takes too long, or whose processes together take too much memory. */
export function guard(child: ChildProcess, { seconds, memory }: Limits, end: () => void): Guard {
  let reason: string | undefined;
  let last: NodeJS.Timeout | undefined;
  const finish = (why: string): void => {
    reason ??= why;
    child.kill('SIGABRT');
    last ??= setTimeout(end, lastWords);
  };
  const time = setTimeout(() =>
    finish(`超过了 ${seconds} 秒的时间上限（整章合计）：把例子做小，检查有没有死循环，或用 --seconds 放宽`), seconds * 1000);
  const look = setInterval(() => {
    if (memory === 0 || child.pid === undefined) return;
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > memory * slack) finish(`超过了 ${Math.round(memory / 2 ** 20)} MiB 的内存上限：把例子做小，或用 --memory 放宽`);
    });
  }, 1000);
  return {
    stop: () => { clearTimeout(time); clearInterval(look); clearTimeout(last); },
    exceeded: () => reason,
  };
}
