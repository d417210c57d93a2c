import { z } from 'zod';

const cellResult = z.object({
  output: z.string(),
  /** Why the cell, and with it the rest of the chapter, failed. */
  error: z.string().nullable(),
  /** 1-based line of the cell that the error came from. */
  line: z.number().nullable(),
  /** File name of the figure that the cell drew. */
  figure: z.string().nullable(),
});
export type CellResult = z.output<typeof cellResult>;

const summary = z.object({
  versions: z.record(z.string(), z.string()),
  /** Files read below the content folder, as paths relative to it. */
  files: z.array(z.string()),
  /** Whether the system, and not Python alone, kept the blocks off the network. */
  isolated: z.boolean(),
  /** Modules of installed packages that the cells import by name; `cell` counts from 0. */
  imports: z.array(z.object({ cell: z.number(), module: z.string(), packages: z.array(z.string()) })),
});
export type Summary = z.output<typeof summary>;

/** How `faulthandler` names a line of a cell: in ASCII. */
const cellLine = /File "<\\u4ee3\\u7801 \d+>", line (\d+)/;

/** The line of the cell that was running when the interpreter crashed. */
export function crashLine(noise: string): number | undefined {
  const line = cellLine.exec(noise)?.[1];
  return line === undefined ? undefined : Number(line);
}

/** Why an interpreter ended before it said that it was done, as the rest of a sentence. */
export function ending(code: number | null, signal: string | null, noise: string): string {
  if (signal === 'SIGKILL') return '解释器被系统终止（SIGKILL；常见原因：内存耗尽）';
  if (signal !== null) return `解释器崩溃（${signal}；常见原因：C 扩展或 ctypes 的错误）`;
  const last = noise.trim().split('\n').at(-1) ?? '';
  return code === 0 ? '解释器自己结束了（状态 0；常见原因：os._exit）' : `解释器以状态 ${code} 结束${last === '' ? '（常见原因：os._exit）' : `：${last}`}`;
}

/** What came through the channel; a line that was cut off is no result. */
export function collect(text: string): Summary & { readonly results: readonly CellResult[]; readonly finished: boolean } {
  const lines = text.split('\n').slice(0, -1).flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  const last = lines.map((line) => summary.safeParse(line).data).find((found) => found !== undefined);
  return {
    results: lines.flatMap((line) => cellResult.safeParse(line).data ?? []),
    finished: last !== undefined,
    ...(last ?? { versions: {}, files: [], isolated: false, imports: [] }),
  };
}
