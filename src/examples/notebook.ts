import type { Code, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { headMarkdown, sourcesMarkdown, toPlain, writeMarkdown, type PlainContext, type PlainHead } from '../markdown/plain.ts';
import { parseMeta } from '../markdown/code-meta.ts';
import { figureName } from './record.ts';

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

/** What the notebook must know beside the chapter's text. */
export interface NotebookSurroundings {
  /** Versions of the recorded run. */
  readonly versions: Readonly<Record<string, string>>;
  /** SVG source of a figure that a block drew, by its name in the fence. */
  readonly figure: (name: string) => string | undefined;
  /** Files that the blocks read, as paths from the chapter's folder. */
  readonly data: readonly string[];
  /** Where such a file, or a picture beside the chapter, can be fetched; takes and gives what stands in an address. */
  readonly address: (path: string) => string;
}

const isOutput = (node: RootContent | undefined): node is Code => node?.type === 'code' && node.data?.output === true;
/** Notebooks run Python and, by a magic word, the shell; other languages are text there. */
const isCell = (node: RootContent | undefined): node is Code => {
  if (node?.type !== 'code') return false;
  const { norun, run } = parseMeta(node.meta ?? '');
  return norun === undefined && (node.lang === 'python' || (node.lang === 'bash' && run));
};

/** The place where the text shows a figure that is an output already; elsewhere the file would be missing. */
const isDrawing = (node: RootContent, names: ReadonlySet<string>): boolean =>
  node.type === 'paragraph' && node.children.every((child) => child.type === 'image' && names.has(child.url.replace(/^\.\//, '')));

function outputsOf(code: Code, next: RootContent | undefined, figure: NotebookSurroundings['figure']): Output[] {
  const printed: Output[] = isOutput(next)
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
    const { raises } = parseMeta(code.meta ?? '');
    this.executed += 1;
    this.cells.push({
      cell_type: 'code', id: `cell-${this.cells.length + 1}`, metadata: raises === undefined ? {} : { tags: ['raises-exception'] },
      execution_count: this.executed, source: lines(code.lang === 'bash' ? `%%bash\n${code.value}` : code.value), outputs,
    });
  }

  /** Fetches what the blocks read; only where it is not there, so that a clone of the repository needs no network. */
  download({ data, address }: NotebookSurroundings): void {
    if (data.length === 0) return;
    const addresses = Object.fromEntries(data.map((path) => [path, address(encodeURI(path))]));
    const source = ['# 本章读的数据：不在手边就从仓库下载', 'from pathlib import Path', 'from urllib.request import urlretrieve', '',
      `for name, address in ${JSON.stringify(addresses, null, 4)}.items():`,
      '    if not Path(name).exists():', '        Path(name).parent.mkdir(parents=True, exist_ok=True)', '        urlretrieve(address, name)'];
    this.cells.push({ cell_type: 'code', id: `cell-${this.cells.length + 1}`, metadata: {}, execution_count: null, source: lines(source.join('\n')), outputs: [] });
  }
}

/** A chapter as a notebook: text with its TeX, code, and the recorded outputs and figures. */
export function toNotebook(tree: Root, head: PlainHead, id: string, context: PlainContext, around: NotebookSurroundings): Notebook {
  const { children, cited } = toPlain(tree, context);
  const drawings = new Set(children.flatMap((node) => {
    const figure = isCell(node) ? parseMeta(node.meta ?? '').figure : undefined;
    return figure === undefined ? [] : figureName(id, figure);
  }));
  visit({ type: 'root', children: [...children] }, 'image', (image) => {
    const path = image.url.replace(/^\.\//, '');
    if (!/^[a-z][a-z+.-]*:|^\//i.test(path) && !drawings.has(path)) image.url = around.address(path);
  });
  const writer = new NotebookWriter();
  let pending: RootContent[] = [];
  const flush = (): void => {
    writer.markdown(writeMarkdown(pending));
    pending = [];
  };
  writer.markdown(headMarkdown(head));
  writer.download(around);
  children.forEach((node, index) => {
    if (isCell(node)) {
      flush();
      writer.code(node, outputsOf(node, children[index + 1], around.figure));
    } else if (!(isOutput(node) && isCell(children[index - 1])) && !isDrawing(node, drawings)) pending.push(node);
  });
  flush();
  writer.markdown(sourcesMarkdown(cited, context));
  return {
    nbformat: 4, nbformat_minor: 5,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python', ...(around.versions['python'] === undefined ? {} : { version: around.versions['python'] }) },
    },
    cells: writer.cells,
  };
}
