import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, its children included. */
export interface Usage {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all processes. */
  readonly cpu: number;
  /** Peak resident memory of all processes together, in MiB, looked at ten times a second. */
  readonly memory: number;
  /** Exit code; none where it was ended at its limit. */
  readonly status: number | undefined;
  readonly output: string;
}

export interface Task {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds of wall time after which the command is ended. */
  readonly limit?: number;
}

interface Process {
  readonly group: number;
  readonly pages: number;
  readonly ticks: number;
}

/** `/proc/<pid>/stat`: the name may hold spaces and brackets, so count from its end. */
function processes(): Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((id) => {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
      return [{ group: fields[2] ?? 0, pages: fields[21] ?? 0, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }];
    } catch {
      return [];
    }
  });
}

const pageBytes = 4096;
const ticksPerSecond = 100;

/**
 * Runs a command in a group of its own and measures all of it. Processor time is the shell's own account of everything it
 * waited for; a command that is ended at its limit has what was last seen of it.
 */
export function measure({ command, args, folder, env = {}, limit = Infinity }: Task): Promise<Usage> {
  return new Promise((done) => {
    const start = performance.now();
    const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'measure', command, ...args], {
      cwd: folder, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output = `${output}${text}`.slice(-20_000); });
    let memory = 0;
    let seen = 0;
    let ended = false;
    const watch = setInterval(() => {
      const group = processes().filter((item) => item.group === child.pid);
      memory = Math.max(memory, group.reduce((sum, { pages }) => sum + pages, 0) * pageBytes / 2 ** 20);
      seen = Math.max(seen, group.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond);
      if (ended || performance.now() - start < limit * 1000 || child.pid === undefined) return;
      ended = true;
      process.kill(-child.pid, 'SIGKILL');
    }, 100);
    child.once('close', (status) => {
      clearInterval(watch);
      const [, user = 0, system = 0] = /([\d.]+) ([\d.]+)\s*$/.exec(output) ?? [];
      done({ wall: (performance.now() - start) / 1000, cpu: ended ? seen : Number(user) + Number(system), memory, status: ended ? undefined : status ?? 1, output });
    });
  });
}
