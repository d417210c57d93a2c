import type { Code, Root, RootContent } from 'mdast';
import { headMarkdown, sourcesMarkdown, toPlain, writeMarkdown, type PlainContext, type PlainHead } from '../markdown/plain.ts';
import { parseMeta } from '../markdown/code-meta.ts';
import type { Record_ } from './record.ts';

/** The parts of nbformat 4.5 that a chapter needs; https://nbformat.readthedocs.io/. */
interface MarkdownCell {
  readonly cell_type: 'markdown';
  readonly id: string;
  readonly metadata: Readonly<Record<string, never>>;
  readonly source: string[];
}
interface Output {
  readonly output_type: 'stream' | 'display_data';
  readonly [key: string]: unknown;
}
interface CodeCell {
  readonly cell_type: 'code';
  readonly id: string;
  readonly metadata: { readonly tags?: string[] };
  readonly execution_count: number | null;
  readonly source: string[];
  readonly outputs: Output[];
}
type NotebookCell = MarkdownCell | CodeCell;

export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly NotebookCell[];
}

/** Notebooks store text as lines that keep their line breaks. */
function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** SVG source of a figure that a block drew, by its name in the fence. */
export type FigureSource = (name: string) => string | undefined;

function outputsOf(code: Code, next: RootContent | undefined, figure: FigureSource): Output[] {
  const printed: Output[] = next?.type === 'code' && next.lang === 'text' && next.data?.output === true
    ? [{ output_type: 'stream', name: 'stdout', text: lines(`${next.value}\n`) }] : [];
  const name = parseMeta(code.meta ?? '').figure;
  const svg = name === undefined ? undefined : figure(name);
  return svg === undefined ? printed : [...printed, { output_type: 'display_data', metadata: {}, data: { 'image/svg+xml': lines(svg) } }];
}

class NotebookWriter {
  readonly cells: NotebookCell[] = [];
  private executed = 0;

  markdown(text: string): void {
    if (text.trim() === '') return;
    this.cells.push({ cell_type: 'markdown', id: `cell-${this.cells.length + 1}`, metadata: {}, source: lines(text) });
  }

  code(code: Code, outputs: Output[]): void {
    const { norun, raises } = parseMeta(code.meta ?? '');
    if (norun === undefined) this.executed += 1;
    this.cells.push({
      cell_type: 'code', id: `cell-${this.cells.length + 1}`, metadata: raises === undefined ? {} : { tags: ['raises-exception'] },
      execution_count: norun === undefined ? this.executed : null, source: lines(code.value), outputs,
    });
  }
}

/** A chapter as a notebook: text with its TeX, code, and the recorded outputs and figures. */
export function toNotebook(
  tree: Root, head: PlainHead, context: PlainContext, record: Pick<Record_, 'versions'> | undefined, figure: FigureSource,
): Notebook {
  const { children, cited } = toPlain(tree, context);
  const writer = new NotebookWriter();
  let pending: RootContent[] = [];
  const flush = (): void => {
    writer.markdown(writeMarkdown(pending));
    pending = [];
  };
  writer.markdown(headMarkdown(head));
  children.forEach((node, index) => {
    if (node.type === 'code' && node.lang === 'python') {
      flush();
      writer.code(node, outputsOf(node, children[index + 1], figure));
    } else if (node.type !== 'code' || node.data?.output !== true || children[index - 1]?.type !== 'code') pending.push(node);
  });
  flush();
  writer.markdown(sourcesMarkdown(cited, context));
  return {
    nbformat: 4, nbformat_minor: 5,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python', ...(record?.versions.python === undefined ? {} : { version: record.versions.python }) },
    },
    cells: writer.cells,
  };
}
