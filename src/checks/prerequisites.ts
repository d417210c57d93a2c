import { parse } from 'yaml';
import { splitFrontMatter } from '../book/front-matter.ts';
import type { Book, Entry } from '../book/model.ts';
import { findCycles } from '../book/prerequisites.ts';
import { partSchema } from '../book/schema.ts';
import type { Issue } from '../lib/issue.ts';
import { didYouMean } from '../lib/nearest.ts';
import { yamlPlaces, type PlaceOf } from '../lib/yaml.ts';
import { isUnread, issueIn, type Check, type Surroundings } from './check.ts';

type Path = readonly PropertyKey[];

interface Outline {
  readonly placeOf: PlaceOf;
  /** Chapter id → path of its entry in the part's YAML. */
  readonly paths: ReadonlyMap<string, Path>;
}

function readOutline(part: string, text: string): Outline {
  const data = partSchema.parse(parse(text));
  const paths = 'sections' in data
    ? data.sections.flatMap(({ id, chapters }, section) => chapters.map((chapter, index) =>
        [`${part}/${id}/${chapter.id}`, ['sections', section, 'chapters', index]] as const))
    : data.chapters.map((chapter, index) => [`${part}/${chapter.id}`, ['chapters', index]] as const);
  return { placeOf: yamlPlaces(text), paths: new Map<string, Path>(paths) };
}

/** Makes issues at the `index`-th prerequisite of an entry; a part's YAML is read again only where one is at fault. */
function complainer({ files }: Surroundings) {
  const outlines = new Map<string, Outline>();
  const outline = (part: string): Outline => {
    const known = outlines.get(part) ?? readOutline(part, files.get(`${part}/_part.yaml`)?.text ?? '');
    outlines.set(part, known);
    return known;
  };
  return (entry: Entry, index: number, message: string, hint: string): Issue => {
    if (entry.kind === 'written') {
      const place = yamlPlaces(splitFrontMatter(entry.source) ?? '', 2)(['requires', index]);
      return issueIn(entry.file, place, message, hint);
    }
    const [part = ''] = entry.id.split('/');
    const { placeOf, paths } = outline(part);
    const place = placeOf([...paths.get(entry.id) ?? [], 'requires', index]);
    return issueIn(files.get(`${part}/_part.yaml`)?.name ?? '', place, message, hint);
  };
}

function cycleIssues(book: Book, complain: ReturnType<typeof complainer>): Issue[] {
  return findCycles(book.entries).flatMap((cycle) => {
    const [id = '', next = ''] = cycle;
    const entry = book.entries.get(id);
    if (entry === undefined) return [];
    const index = entry.requires.indexOf(next);
    return [cycle.length === 2
      ? complain(entry, index, `章 ${id} 把自己列为先修`, '从 requires 里删去它自己。')
      : complain(entry, index, `先修成环：${cycle.join(' → ')}`, '读者无从开始：从其中一章的 requires 里删去一个箭头。')];
  });
}

/** Every prerequisite is a chapter of the outline, once, and the whole has no circle. */
export const prerequisites: Check = (book, around) => {
  const complain = complainer(around);
  const unknown = [...book.entries.values()].flatMap((entry) => entry.requires.flatMap((id, index) => {
    if (entry.requires.indexOf(id) < index) return [complain(entry, index, `先修「${id}」写了两次`, '删去其中一个。')];
    return book.entries.has(id) || isUnread(id, around) ? [] : [complain(entry, index,
      `先修「${id}」不在目录里`, `${didYouMean(id, book.entries.keys())}写目录里的章 id（部分/节/章），计划中的章也可以。`)];
  }));
  return [...unknown, ...cycleIssues(book, complain)];
};
