import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A temporary place that a chapter runs in; nothing that its blocks write there reaches the content folder. */
export interface Workspace {
  /** Everything below it is the run's own. */
  readonly root: string;
  /** Stands for the content folder: holds the chapter's folder at its place, and nothing else of the book. */
  readonly content: string;
  /** Where blocks run: the copy of the chapter's folder. */
  readonly folder: string;
  readonly home: string;
  readonly temporary: string;
  /** Files that blocks may read, as paths below the content folder. */
  readonly data: ReadonlySet<string>;
}

/** Texts and records are no data of a block: a chapter that read them would change with every record. */
const isData = (name: string): boolean => !name.startsWith('.') && !/\.(?:mdx|run\.json|tmp)$/.test(name) && name !== '_part.yaml';

/** The data files of a folder; folders that hold chapters of their own are not among it. */
function dataBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return entry.isFile() && isData(entry.name) ? [path] : [];
    const inside = readdirSync(path);
    return entry.name.startsWith('.') || inside.some((name) => name.endsWith('.mdx')) ? [] : dataBelow(path);
  });
}

/** Makes the place that `chapterId` runs in; `clear` it afterwards. */
export function makeWorkspace(content: string, chapterId: string): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'examples-')));
  const source = resolve(dirname(join(content, `${chapterId}.mdx`)));
  const place = {
    root, content: join(root, 'content'), folder: join(root, 'content', relative(content, source)),
    home: join(root, 'home'), temporary: join(root, 'tmp'),
  };
  for (const folder of [place.folder, place.home, place.temporary]) mkdirSync(folder, { recursive: true });
  const files = existsSync(source) ? dataBelow(source) : [];
  for (const file of files) {
    const copy = join(place.content, relative(content, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
  return { ...place, data: new Set(files.map((file) => relative(content, file).split(sep).join('/'))) };
}

export function clear({ root }: Pick<Workspace, 'root'>): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
