import type { Chapter } from '../book/model.ts';
import type { ContentFolder } from '../book/read.ts';
import { countExercises } from '../markdown/labels.ts';
import { cellsOf, unexecuted } from './cells.ts';
import { readRecord } from './record.ts';

/** What was really done to keep a chapter true; counted from its source and its record, never typed. */
export interface Evidence {
  /** Blocks whose output was produced by running them. */
  readonly executed: number;
  /** Why each of the other blocks is not run. */
  readonly unexecuted: readonly string[];
  /** Formulas that KaTeX set without a complaint. */
  readonly formulas: number;
  /** Links, references to labels and to chapters whose targets exist. */
  readonly links: number;
  /** Different works cited. */
  readonly sources: number;
  readonly exercises: number;
  /** Interpreter, tools and packages of the last run, e.g. `{ python: '3.11.7' }`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Day of the last run; `undefined` where nothing was run. */
  readonly date: string | undefined;
  /** Seconds that the last run took on the author's machine. */
  readonly seconds: number | undefined;
}

/** The evidence of one chapter; without a record nothing counts as executed. */
export function evidenceOf({ root }: Pick<ContentFolder, 'root'>, chapter: Chapter): Evidence {
  const { facts } = chapter;
  const record = readRecord(root, chapter);
  return {
    executed: record === undefined ? 0 : cellsOf(chapter).length,
    unexecuted: unexecuted(chapter),
    formulas: facts.formulas.length,
    links: facts.links.length + facts.refs.length + facts.chapterRefs.length,
    sources: new Set(facts.citations.map(({ value }) => value)).size,
    exercises: countExercises(facts.labels),
    versions: record?.versions ?? {},
    date: record?.date,
    seconds: record?.seconds,
  };
}

/** 「Python 3.11.7、numpy 2.4.6」 */
export function versionsText(versions: Evidence['versions']): string {
  return Object.entries(versions).map(([name, version]) => `${name === 'python' ? 'Python' : name} ${version}`).join('、');
}

/** What is shown of a chapter's evidence, in order; what there is none of is left out. */
export function evidenceItems({ executed, unexecuted, formulas, sources, exercises, versions, date }: Evidence): string[] {
  const counts = [
    [executed, (count: number) => `运行过 ${count} 个代码块`], [unexecuted.length, (count: number) => `${count} 个未执行`],
    [formulas, (count: number) => `${count} 个公式`], [sources, (count: number) => `${count} 种文献`],
    [exercises, (count: number) => `${count} 道练习`],
  ] as const;
  return [
    ...counts.flatMap(([count, words]) => (count === 0 ? [] : words(count))),
    ...[versionsText(versions), date ?? ''].filter(Boolean),
  ];
}
