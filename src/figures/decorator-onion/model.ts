/**
 * Two small films of Python. `calls`: decorators above one function, what each prints once at definition time and then
 * around one call. `cells`: three functions made in a loop, which share one cell or keep a default argument each.
 */

import { at } from '../kit/numbers.ts';

export const kinds = ['star', 'quote', 'twice'] as const;
export type Kind = (typeof kinds)[number];

export interface OnionState {
  readonly mode: 'calls' | 'cells';
  /** From the top line to the one next to the function: the outer layer first. */
  readonly layers: readonly Kind[];
  /** Of `cells`: each function keeps `i` as a default argument. */
  readonly kept: boolean;
  readonly step: number;
}

/** No film is longer: at this step its end is shown. */
export const lastStep = 30;
/** The chapter's example, with all that it prints. */
export const initialState: OnionState = { mode: 'calls', layers: ['star', 'quote'], kept: false, step: lastStep };

/** Every order of two or three different decorators. */
export const stacks: readonly (readonly Kind[])[] = [2, 3].flatMap((size) => {
  const grow = (chosen: readonly Kind[]): (readonly Kind[])[] =>
    chosen.length === size ? [chosen] : kinds.filter((kind) => !chosen.includes(kind)).flatMap((kind) => grow([...chosen, kind]));
  return grow([]);
});

export interface Frame {
  /** How many layers are already put on, counted from the function; −1 before there is a function. */
  readonly worn: number;
  /** The layer that runs, by its place in `layers`; `layers.length` is the function's body; −1 is none. */
  readonly active: number;
  readonly printed: readonly string[];
  readonly said: string;
}

/** The whole film: definition, then one call. The function gives back 月. */
export function callFilm(layers: readonly Kind[]): Frame[] {
  const frames: Frame[] = [];
  const printed: string[] = [];
  let worn = -1;
  const take = (active: number, said: string, line?: string): void => {
    if (line !== undefined) printed.push(line);
    frames.push({ worn, active, printed: [...printed], said });
  };
  take(-1, '还没执行');
  worn = 0;
  take(-1, '定义：先造出最里面的函数 poem');
  for (let place = layers.length - 1; place >= 0; place -= 1) {
    const kind = at(layers, place);
    worn += 1;
    take(place, `定义：${kind} 包在外面，只此一次`, `装 ${kind}`);
  }
  const call = (place: number): string => {
    const kind = layers[place];
    if (kind === undefined) {
      take(place, '调用：函数体执行，交回 月', '函数体');
      return '月';
    }
    take(place, `调用：进入 ${kind}`, `进 ${kind}`);
    const inner = (): string => call(place + 1);
    const result = kind === 'star' ? `*${inner()}*` : kind === 'quote' ? `「${inner()}」` : inner() + inner();
    take(place, `调用：离开 ${kind}，交回 ${result}`, `出 ${kind} ${result}`);
    return result;
  };
  call(0);
  return frames;
}

export interface CellFrame {
  /** Of the loop variable; `undefined` before the loop. */
  readonly i: number | undefined;
  /** How many functions are made. */
  readonly made: number;
  /** What the calls so far gave. */
  readonly results: readonly number[];
  readonly said: string;
}

const names = ['a', 'b', 'c'] as const;

export function cellFilm(kept: boolean): CellFrame[] {
  const last = names.length - 1;
  const before: CellFrame = { i: undefined, made: 0, results: [], said: '循环还没开始' };
  const loop = names.map((name, i): CellFrame => ({
    i, made: i + 1, results: [],
    said: kept ? `i 改绑到 ${i}，造出 ${name}，把 ${i} 存成它的默认值` : `单元里的 i 改成 ${i}，造出 ${name}，它只记住单元`,
  }));
  const results = names.map((_name, i) => (kept ? i : last));
  const calls = names.map((name, place): CellFrame => ({
    i: last, made: names.length, results: results.slice(0, place + 1),
    said: `循环结束后调用 ${name}()，${kept ? '取自己的默认值' : '去单元里取 i'}，得 ${at(results, place)}`,
  }));
  return [before, ...loop, ...calls];
}

export const functionNames: readonly string[] = names;

/** The two lines at `place` and the one above change places; the first line goes down. */
export function swapped(layers: readonly Kind[], place: number): readonly Kind[] {
  const upper = Math.max(0, place - 1);
  return layers.map((kind, i) => (i === upper ? at(layers, upper + 1) : i === upper + 1 ? at(layers, upper) : kind));
}
