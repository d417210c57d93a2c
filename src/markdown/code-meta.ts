/** What an author may write behind the language of a fence. */
export interface CodeMeta {
  /** `title="attention.py"`: shown above the code. */
  readonly title?: string;
  /** `norun="…"`: why the block is not executed. */
  readonly norun?: string;
  /** `raises=ValueError`: the exception that the block is meant to end with. */
  readonly raises?: string;
  /** With `raises`: the output shows the whole traceback, not its last line alone. */
  readonly traceback: boolean;
  /** `approx=1e-6`: numbers of the output may differ by this much, relative or absolute. */
  readonly approx?: number;
  /** `figure=loss`: the block's Matplotlib figure is saved as `<chapter>.loss.svg` beside the chapter. */
  readonly figure?: string;
  /** `run`: a block of another language than Python is executed too. */
  readonly run: boolean;
  /** The output differs between runs. */
  readonly varies: boolean;
  /** `{4-5}`: what the highlighter marks, as it wants to read it. */
  readonly marks: string;
  /** Words that mean nothing here. */
  readonly unknown: readonly string[];
}

const word = /\{[\d,\s-]+\}|(\w+)=(?:"([^"]*)"|([^\s"]+))|\S+/g;

const flags = ['varies', 'traceback', 'run'] as const;
const texts = ['title', 'norun', 'raises', 'figure'] as const;

/** The complete list, for error messages. */
export const metaWords =
  'title="文件名"、{行号}、norun="原因"、raises=异常名、traceback、varies、approx=误差、figure=图名、run';

export function parseMeta(meta: string): CodeMeta {
  const values: Partial<Record<(typeof texts)[number], string>> = {};
  const marks: string[] = [];
  const unknown: string[] = [];
  const set = new Set<string>();
  let approx: number | undefined;
  for (const [whole, key = '', quoted, bare] of meta.matchAll(word)) {
    const text = texts.find((name) => name === key);
    if (whole.startsWith('{')) marks.push(whole);
    else if (flags.some((flag) => flag === whole)) set.add(whole);
    else if (text !== undefined) values[text] = quoted ?? bare ?? '';
    else if (key === 'approx' && Number(quoted ?? bare) > 0) approx = Number(quoted ?? bare);
    else unknown.push(whole);
  }
  return {
    ...values, ...(approx === undefined ? {} : { approx }),
    varies: set.has('varies'), traceback: set.has('traceback'), run: set.has('run'), marks: marks.join(' '), unknown,
  };
}
