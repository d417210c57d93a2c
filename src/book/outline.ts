import { fileStart, type Issue, type Place } from '../lib/issue.ts';
import type { Chapter, Entry, Part, Section } from './model.ts';
import type { EntryData, PartData } from './schema.ts';

export * from './navigation.ts';

/** A `_part.yaml` as read, with the place of each of its values. */
export interface PartFile {
  /** Folder name, the part's id. */
  readonly id: string;
  readonly file: string;
  readonly data: PartData;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

export interface Outline {
  readonly parts: readonly Part[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Written chapters in reading order. */
  readonly chapters: readonly Chapter[];
  readonly issues: readonly Issue[];
}

/** A chapter before it has a place in the book. */
export type Unplaced = Omit<Chapter, 'number'>;

interface Group {
  readonly id: string;
  readonly title: string;
  readonly promise: string;
  readonly path: readonly PropertyKey[];
  readonly chapters: readonly EntryData[];
}

function groups(part: PartFile): Group[] {
  const { id, data } = part;
  return 'sections' in data
    ? data.sections.map((section, index) => ({
        ...section, id: `${id}/${section.id}`, path: ['sections', index],
      }))
    : [{ id, title: data.title, promise: data.promise, path: [], chapters: data.chapters }];
}

/** Places chapters into the outline and reports every disagreement between the two, in both directions. */
class OutlineBuilder {
  readonly entries = new Map<string, Entry>();
  readonly chapters: Chapter[] = [];
  readonly issues: Issue[] = [];
  private readonly files: ReadonlyMap<string, Unplaced>;
  private readonly unread: ReadonlySet<string>;

  constructor(files: ReadonlyMap<string, Unplaced>, unread: ReadonlySet<string>) {
    this.files = files;
    this.unread = unread;
  }

  private complain(part: PartFile, path: readonly PropertyKey[], message: string, hint: string): void {
    this.issues.push({ file: part.file, ...part.placeOf(path), message, hint });
  }

  private entry(part: PartFile, group: Group, index: number, number: string): Entry[] {
    const data = group.chapters[index];
    if (data === undefined) return [];
    const id = `${group.id}/${data.id}`;
    const path = [...group.path, 'chapters', index, 'id'];
    const file = this.files.get(id);
    const unread = this.unread.has(`${id}.mdx`);
    if (this.entries.has(id)) {
      this.complain(part, path, `章 ${id} 在目录里出现了两次`, '删去其中一行，或给其中一章换一个 id。');
      return [];
    }
    if (data.planned === true) {
      if (file !== undefined || unread) {
        this.complain(part, path, `章 ${id} 标为 planned，但 content/${id}.mdx 已经存在`,
          '这一行只留 id：标题与先修写在章文件里。');
      }
      if (file === undefined) {
        return [{ kind: 'planned', id, number, title: data.title, requires: data.requires }];
      }
    }
    if (file === undefined) {
      if (!unread) {
        this.complain(part, path, `目录里有 ${id}，但没有文件 content/${id}.mdx`,
          `运行 npm run new -- ${id} 新建它，或给这一行加上 title 和 planned: true。`);
      }
      return [];
    }
    return [{ ...file, number }];
  }

  section(part: PartFile, group: Group, number: string): Section {
    const entries = group.chapters.flatMap((_data, index) => {
      const placed = this.entry(part, group, index, `${number}.${index + 1}`);
      for (const entry of placed) {
        this.entries.set(entry.id, entry);
        if (entry.kind === 'written') this.chapters.push(entry);
      }
      return placed;
    });
    return { id: group.id, number, title: group.title, promise: group.promise, entries };
  }

  /** Every chapter file that no outline names; `groupIds` are the parts and sections that it could be named in. */
  orphans(groupIds: ReadonlySet<string>): void {
    for (const { id, file } of this.files.values()) {
      const [part = ''] = id.split('/');
      if (this.entries.has(id) || this.unread.has(`${part}/_part.yaml`)) continue;
      const group = id.slice(0, id.lastIndexOf('/'));
      const name = id.slice(group.length + 1);
      this.issues.push({
        file, ...fileStart,
        message: `章文件 ${file} 不在目录里，读者走不到它`,
        hint: groupIds.has(group)
          ? `在 content/${part}/_part.yaml 里「${group}」的 chapters 下加一行 - id: ${name}。`
          : `目录里没有「${group}」：先在 content/${part}/_part.yaml 里写它，或把文件移到已有的地方（${[...groupIds].join('、')}）。`,
      });
    }
  }
}

function sectionIssues(part: PartFile): Issue[] {
  const seen = new Set<string>();
  return groups(part).filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id, path }) => ({
    file: part.file, ...part.placeOf([...path, 'id']),
    message: `节 ${id} 在目录里出现了两次`, hint: '合并这两节，或给其中一节换一个 id。',
  }));
}

function orderIssues(parts: readonly PartFile[]): Issue[] {
  return parts.flatMap((part, index) => {
    const twin = parts.slice(0, index).find(({ data }) => data.order === part.data.order);
    return twin === undefined ? [] : [{
      file: part.file, ...part.placeOf(['order']),
      message: `order: ${part.data.order} 已被 ${twin.file} 使用`,
      hint: `每一部分的 order 各不相同；已用：${[...new Set(parts.map(({ data }) => data.order))].join('、')}。`,
    }];
  });
}

/**
 * Builds the outline from the part files and the chapter files.
 * `unread` names files, below the content folder, that exist but could not be read: they are reported elsewhere.
 */
export function buildOutline(
  partFiles: readonly PartFile[],
  files: ReadonlyMap<string, Unplaced>,
  unread: ReadonlySet<string> = new Set(),
): Outline {
  const ordered = partFiles.toSorted((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
  const builder = new OutlineBuilder(files, unread);
  const parts = ordered.map((part, index): Part => {
    const number = `${index + 1}`;
    const divided = 'sections' in part.data;
    return {
      id: part.id, number, title: part.data.title, promise: part.data.promise, daily: part.data.daily, divided,
      sections: groups(part).map((group, place) =>
        builder.section(part, group, divided ? `${number}.${place + 1}` : number)),
    };
  });
  builder.orphans(new Set(ordered.flatMap((part) => groups(part).map(({ id }) => id))));
  return {
    parts, entries: builder.entries, chapters: builder.chapters,
    issues: [...orderIssues(ordered), ...ordered.flatMap(sectionIssues), ...builder.issues],
  };
}
