import type { Entry } from './model.ts';

type Entries = ReadonlyMap<string, Entry>;

/**
 * Cycles of `requires`, each as ids with the first repeated at the end: one for every edge that closes a circle
 * in a depth-first walk, so that the graph has none exactly where the list is empty.
 */
export function findCycles(entries: Entries): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail = new Map<string, number>();
  const follow = (id: string): void => {
    const start = trail.get(id);
    if (start !== undefined) cycles.push([...[...trail.keys()].slice(start), id]);
    if (start !== undefined || done.has(id)) return;
    trail.set(id, trail.size);
    entries.get(id)?.requires.forEach(follow);
    trail.delete(id);
    done.add(id);
  };
  for (const id of entries.keys()) follow(id);
  return cycles;
}

/** Everything that must be read before `id`, prerequisites first, without `id` itself. Unknown ids are left out. */
export function readingPath(entries: Entries, id: string): readonly Entry[] {
  const path = new Map<string, Entry>();
  const open = new Set<string>();
  const add = (current: string): void => {
    const entry = entries.get(current);
    if (entry === undefined || path.has(current) || open.has(current)) return;
    open.add(current);
    entry.requires.forEach(add);
    path.set(current, entry);
  };
  entries.get(id)?.requires.forEach(add);
  path.delete(id);
  return [...path.values()];
}

/** One step of a path with the steps it builds on, as places in the same path. */
export interface PathStep {
  readonly entry: Entry;
  /** Places of its prerequisites; every one is smaller than the step's own. */
  readonly needs: readonly number[];
  /** Places of the steps that need it. */
  readonly feeds: readonly number[];
}

/** The path to a chapter, the chapter itself last, with the arrows of the prerequisite graph between its steps. */
export function pathSteps(entries: Entries, goal: string): readonly PathStep[] {
  const last = entries.get(goal);
  if (last === undefined) return [];
  const path = [...readingPath(entries, goal), last];
  const places = new Map(path.map(({ id }, place) => [id, place]));
  const needs = path.map(({ requires }) => requires.flatMap((id) => places.get(id) ?? []));
  return path.map((entry, place) => ({
    entry,
    needs: needs[place] ?? [],
    feeds: needs.flatMap((needed, other) => (needed.includes(place) ? [other] : [])),
  }));
}
