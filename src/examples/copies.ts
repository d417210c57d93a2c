import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { ContentFolder } from '../book/files.ts';
import type { Book, Chapter } from '../book/model.ts';
import { plainContext } from '../book/plain-context.ts';
import { rawAddress } from '../book/site.ts';
import { remembered } from '../lib/remembered.ts';
import type { ResultCache } from '../lib/result-cache.ts';
import { parseMdx } from '../markdown/parse.ts';
import { toPlainMarkdown } from '../markdown/plain.ts';
import { cellsOf } from './cells.ts';
import { toNotebook } from './notebook.ts';
import { figureName, readRecord } from './record.ts';

/** A chapter for other programs. */
export interface Copies {
  /** With its TeX kept, for notes and language models. */
  readonly markdown: string;
  /** With the recorded outputs; only of a chapter with executable blocks. */
  readonly notebook?: string;
}

/** Both copies at once, since both are printed from one tree. `address`: where the chapter's page will stand. */
export function copiesOf(chapter: Chapter, address: string, book: Book, folder: ContentFolder, kept: ResultCache): Promise<Copies> {
  const { id, source, file, title, summary } = chapter;
  const beside = dirname(id);
  const record = readRecord(folder.root, chapter);
  const given = { id, title, summary, address, versions: record?.versions ?? {}, files: Object.keys(record?.files ?? {}), executable: cellsOf(chapter).length > 0 };
  const around = {
    ...plainContext(book),
    figure: (name: string): string | undefined => {
      const path = join(folder.content, beside, figureName(id, name));
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    },
  };
  return remembered(kept, JSON.stringify([given, source]), around, (asked): Copies => {
    const { tree } = parseMdx(source, file);
    // Before the notebook, which gives pictures of this tree other addresses.
    const markdown = toPlainMarkdown(tree, given, asked);
    if (!given.executable) return { markdown };
    const notebook = toNotebook(tree, given, id, asked, {
      versions: given.versions, figure: asked.figure, data: given.files.map((name) => posix.relative(beside, name)),
      address: (path) => rawAddress(posix.join('content', beside, path)),
    });
    return { markdown, notebook: `${JSON.stringify(notebook, null, 1)}\n` };
  });
}
