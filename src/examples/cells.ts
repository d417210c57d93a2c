import type { Chapter } from '../book/model.ts';
import type { Place } from '../lib/issue.ts';
import { parseMeta, type CodeMeta } from '../markdown/code-meta.ts';

/** Languages that can be executed; Python always, the others where the fence says `run`. */
export const runnable = ['python', 'c', 'cpp', 'bash'] as const;
/** Programs that run the other languages, as records name them. */
export const tools = ['bash', 'gcc', 'g++'] as const;
export type Runnable = (typeof runnable)[number];

/** An executable block with the output that stands behind it. */
export interface Cell extends Place {
  readonly language: Runnable;
  readonly code: string;
  readonly meta: CodeMeta;
  /** The recorded output; `undefined` where no output fence follows. */
  readonly output: string | undefined;
  /** Offset behind the code fence. */
  readonly end: number;
  /** Offsets of the output fence; empty and at `end` where there is none. */
  readonly outputRange: readonly [start: number, end: number];
}

/** Fences print their last line break outside of `code`; outputs are compared with it. */
function printed(code: string): string {
  return code === '' ? '' : `${code}\n`;
}

function languageOf(language: string, meta: CodeMeta): Runnable | undefined {
  const known = runnable.find((name) => name === language);
  if (known === undefined || meta.norun !== undefined) return undefined;
  return known === 'python' || meta.run ? known : undefined;
}

/** The blocks of a chapter that are executed, top to bottom. */
export function cellsOf(chapter: Pick<Chapter, 'facts'>): Cell[] {
  const { fences } = chapter.facts;
  return fences.flatMap((fence, index): Cell[] => {
    const meta = parseMeta(fence.meta);
    const language = languageOf(fence.language, meta);
    if (language === undefined) return [];
    const next = fences[index + 1];
    const output = next?.language === 'output' && next.follows === fence.language ? next : undefined;
    const end = fence.range[1];
    return [{
      line: fence.line, column: fence.column, language, code: `${fence.code}\n`, meta, end,
      output: output && printed(output.code), outputRange: output?.range ?? [end, end],
    }];
  });
}

/** Blocks that say why they are not executed. */
export function unexecuted(chapter: Pick<Chapter, 'facts'>): readonly string[] {
  return chapter.facts.fences.flatMap(({ meta }) => parseMeta(meta).norun ?? []);
}
