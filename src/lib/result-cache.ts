import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finished work by its input. */
export interface ResultCache {
  readonly get: (input: string) => string | undefined;
  readonly set: (input: string, result: string) => void;
  /** Keeps what was asked for or made since the start, and forgets the rest. */
  readonly save: () => void;
}

const digest = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** Whoever reads meanwhile finds the old file or the new one. */
function replaceFile(file: string, content: string | Buffer): void {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, content);
  renameSync(part, file);
}

/** What a former run kept; nothing when the file is missing, damaged, or was made by something else. */
function load(file: string, maker: string): ReadonlyMap<string, string> {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === digest(maker, body) ? new Map(JSON.parse(body) as [string, string][]) : new Map();
  } catch {
    return new Map();
  }
}

/**
 * Results in one file, which counts only as a whole: its first line seals the rest together with `maker`.
 * `maker` must change with everything but the input that shapes a result: versions, options, code.
 */
export function resultCache(file: string, maker: string): ResultCache {
  let kept: ReadonlyMap<string, string> | undefined;
  const used = new Map<string, string>();
  let news = false;
  return {
    get: (input) => {
      const result = used.get(input) ?? (kept ??= load(file, maker)).get(input);
      if (result !== undefined) used.set(input, result);
      return result;
    },
    set: (input, result) => {
      used.set(input, result);
      news = true;
    },
    save: () => {
      if (!news && used.size === kept?.size) return;
      const body = JSON.stringify([...used].toSorted(([a], [b]) => (a < b ? -1 : 1)));
      mkdirSync(dirname(file), { recursive: true });
      replaceFile(file, `${digest(maker, body)}\n${body}`);
      news = false;
    },
  };
}

/**
 * Large results, one file per input: only what is asked for is read, nothing stays in memory, and one damaged file costs one result.
 * `maker` as above.
 */
export function resultFolder(folder: string, maker: string): ResultCache {
  const used = new Set<string>();
  const nameOf = (input: string): string => {
    const name = digest(maker, input);
    used.add(name);
    return name;
  };
  return {
    get: (input) => {
      try {
        const text = readFileSync(join(folder, nameOf(input)), 'utf8');
        const end = text.indexOf('\n');
        const result = text.slice(end + 1);
        return text.slice(0, end) === digest(result) ? result : undefined;
      } catch {
        return undefined;
      }
    },
    set: (input, result) => {
      mkdirSync(folder, { recursive: true });
      replaceFile(join(folder, nameOf(input)), `${digest(result)}\n${result}`);
    },
    save: () => {
      if (used.size === 0 || !existsSync(folder)) return;
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}

/** Results that end with the process. */
export function memoryCache(): ResultCache {
  const made = new Map<string, string>();
  return { get: (input) => made.get(input), set: (input, result) => { made.set(input, result); }, save: () => undefined };
}

const seal = 32;
const sealOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Bytes that are dear to make, one file per input; a file that is damaged or was made of something else is made anew. */
export async function keptBytes(folder: string, input: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const file = join(folder, digest(input));
  try {
    const sealed = readFileSync(file);
    const bytes = sealed.subarray(seal);
    if (sealed.subarray(0, seal).equals(sealOf(bytes))) return bytes;
  } catch {
    // Not made yet.
  }
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  replaceFile(file, Buffer.concat([sealOf(bytes), bytes]));
  return bytes;
}
