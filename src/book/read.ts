import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { readingMinutes } from '../lib/chinese.ts';
import { fileStart, type Issue } from '../lib/issue.ts';
import { memoryCache, type ResultCache } from '../lib/result-cache.ts';
import { parseYaml } from '../lib/yaml.ts';
import { parseMdx } from '../markdown/parse.ts';
import { scan, type ChapterFacts } from '../markdown/scan.ts';
import { misplaced, partFile, readFiles, type ContentFile, type ContentFolder } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Book, BookPage } from './model.ts';
import { buildOutline, type PartFile, type Unplaced } from './outline.ts';
import { parseReferences } from './references.ts';
import { chapterSchema, lexiconSchema, pageSchema, partSchema, timelineSchema } from './schema.ts';

export type { ContentFolder } from './files.ts';

export interface ReadResult {
  readonly book: Book;
  /** What kept parts of the content from entering the book. */
  readonly issues: readonly Issue[];
  readonly files: readonly ContentFile[];
  /**
   * Files, as paths below the content folder, that are missing from the book or stand in it without their facts.
   * A check must not blame other files for what these would have said.
   */
  readonly unread: ReadonlySet<string>;
}

class Reader {
  readonly issues: Issue[] = [];
  readonly unread = new Set<string>();
  private readonly known: ResultCache;

  constructor(known: ResultCache) {
    this.known = known;
  }

  private fail(file: ContentFile, issues: readonly Issue[]): void {
    this.issues.push(...issues);
    this.unread.add(file.path);
  }

  /** Whether the file may be read at all. */
  admits(file: ContentFile): boolean {
    const complaint = misplaced(file.path);
    if (complaint !== undefined) this.fail(file, [{ file: file.name, ...fileStart, ...complaint }]);
    else if (file.text === undefined && /\.(?:mdx|yaml|bib)$/.test(file.path)) this.unread.add(file.path);
    return complaint === undefined && file.text !== undefined;
  }

  yaml<Schema extends z.ZodType>(file: ContentFile, schema: Schema) {
    const parsed = parseYaml(file.text ?? '', schema, file.name);
    if (parsed.ok) return parsed;
    this.fail(file, parsed.issues);
    return undefined;
  }

  /** Front matter and facts of an MDX file. */
  mdx<Schema extends z.ZodType>(file: ContentFile, schema: Schema):
    | { readonly data: z.output<Schema>; readonly source: string; readonly facts: ChapterFacts }
    | undefined {
    const source = file.text ?? '';
    const matter = splitFrontMatter(source);
    if (matter === undefined) {
      this.fail(file, [{
        file: file.name, ...fileStart, message: '文件开头没有 front matter',
        hint: '以 --- 开头、以 --- 结尾，在其间用 YAML 写出 title、summary 等；可运行 npm run new -- <id> 生成。',
      }]);
      return undefined;
    }
    const parsed = parseYaml(matter, schema, file.name, 2);
    const { facts, issues } = this.facts(source, file);
    if (issues.length > 0) this.fail(file, issues);
    if (!parsed.ok) this.fail(file, parsed.issues);
    return parsed.ok ? { data: parsed.value, source, facts } : undefined;
  }

  /** Parsing takes its time, and the same source says the same; what does not parse is complained of every time. */
  private facts(source: string, file: ContentFile): { readonly facts: ChapterFacts; readonly issues: readonly Issue[] } {
    const input = createHash('sha256').update(source).digest('hex');
    const known = this.known.get(input);
    if (known !== undefined) return { facts: JSON.parse(known) as ChapterFacts, issues: [] };
    const { tree, issues } = parseMdx(source, file.name);
    const facts = scan(tree);
    if (issues.length === 0) this.known.set(input, JSON.stringify(facts));
    return { facts, issues };
  }

  references(file: ContentFile | undefined): Book['references'] {
    if (file === undefined) return new Map();
    const { references, issues, complete } = parseReferences(file.text ?? '', file.name);
    this.issues.push(...issues);
    if (!complete) this.unread.add(file.path);
    return references;
  }
}

function minutesOf(facts: ChapterFacts): number {
  return readingMinutes({
    prose: facts.prose.map(({ text }) => text).join('\n'),
    formulas: facts.formulas.length,
    codeLines: facts.fences.filter(({ language }) => language !== 'output')
      .reduce((lines, { code }) => lines + code.split('\n').length, 0),
  });
}

function readTexts(reader: Reader, files: readonly ContentFile[]) {
  const chapters = new Map<string, Unplaced>();
  const pages: BookPage[] = [];
  for (const file of files.filter(({ path }) => path.endsWith('.mdx'))) {
    const id = file.path.slice(0, -'.mdx'.length);
    if (id.includes('/')) {
      const read = reader.mdx(file, chapterSchema);
      if (read === undefined) continue;
      const { data, source, facts } = read;
      chapters.set(id, { ...data, kind: 'written', id, file: file.name, source, facts, minutes: minutesOf(facts) });
    } else {
      const read = reader.mdx(file, pageSchema);
      if (read !== undefined) pages.push({ ...read.data, id, file: file.name, source: read.source, facts: read.facts });
    }
  }
  return { chapters, pages };
}

function readParts(reader: Reader, files: readonly ContentFile[]): PartFile[] {
  return files.filter(({ path }) => partFile.test(path)).flatMap((file) => {
    const parsed = reader.yaml(file, partSchema);
    const id = file.path.split('/')[0] ?? '';
    return parsed === undefined ? [] : [{ id, file: file.name, data: parsed.value, placeOf: parsed.placeOf }];
  });
}

/**
 * Reads the whole content folder. What cannot be read is reported and left out; nothing is thrown for bad content.
 * `known` holds the facts of sources that were parsed before.
 */
export function readBook(folder: ContentFolder, known: ResultCache = memoryCache()): ReadResult {
  const { files, issues } = readFiles(folder);
  const reader = new Reader(known);
  const readable = files.filter((file) => reader.admits(file));
  const named = (path: string): ContentFile | undefined => readable.find((file) => file.path === path);
  const list = <Schema extends z.ZodType<readonly unknown[]>>(path: string, schema: Schema): z.output<Schema> | [] => {
    const file = named(path);
    return file === undefined ? [] : reader.yaml(file, schema)?.value ?? [];
  };
  const { chapters, pages } = readTexts(reader, readable);
  const outline = buildOutline(readParts(reader, readable), chapters, reader.unread);
  const { parts, entries } = outline;
  const lexicon = list('lexicon.yaml', lexiconSchema);
  const timeline = list('timeline.yaml', timelineSchema);
  const references = reader.references(named('references.bib'));
  return {
    book: { parts, entries, chapters: outline.chapters, pages, lexicon, references, timeline },
    issues: [...issues, ...reader.issues, ...outline.issues],
    files,
    unread: reader.unread,
  };
}
