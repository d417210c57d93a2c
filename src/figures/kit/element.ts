/**
 * One way to make a figure. A folder `src/figures/<name>/` has
 *
 * - `model.ts`: the mathematics and the type of the state; pure, tested;
 * - `view.ts`: state → SVG or table text (kit/svg.ts); the same text at build time and in the browser;
 * - `element.ts`: what the reader may do, as one `defineFigure({ … })` (20 to 40 lines, no DOM);
 * - `Name.astro`: prints the first frame and names the script.
 *
 * A worked example: a coin whose bias the reader sets. `src/figures/coin/element.ts`:
 *
 *     import { slider, button } from '../kit/controls.ts';
 *     import { defineFigure } from '../kit/element.ts';
 *     import { real, record } from '../kit/parse.ts';
 *     import { entropy, type CoinState } from './model.ts';
 *     import { coinSvg } from './view.ts';
 *
 *     export const figure = defineFigure<CoinState>({
 *       name: 'coin',
 *       title: '一枚硬币的熵',
 *       chapter: 'ml/foundations/entropy',
 *       initial: { bias: 0.5 },
 *       parse: record({ bias: real(0, 1) }),
 *       view: coinSvg,
 *       controls: ({ bias }) =>
 *         slider({ act: 'bias', label: '正面的概率', min: 0, max: 1, step: 0.01, value: bias, shown: bias.toFixed(2) }) +
 *         button({ act: 'fair', label: '公平' }),
 *       update(state, { name, value }) {
 *         if (name === 'bias') return { bias: Number(value) };
 *         if (name === 'fair') return { bias: 0.5 };
 *         return state;
 *       },
 *       announce: ({ bias }) => `正面的概率 ${bias.toFixed(2)}，熵 ${entropy(bias).toFixed(3)} 比特。`,
 *     });
 *
 * and `src/figures/coin/Coin.astro`:
 *
 *     ---
 *     import { firstFrame } from '../kit/frame.ts';
 *     import { figure } from './element.ts';
 *     ---
 *     <Fragment set:html={firstFrame(figure)} />
 *     <script>
 *       import { whenNear } from '../kit/loader.ts';
 *       whenNear('coin', () => import('./element.ts'));
 *     </script>
 *
 * That is all: 「复位」, 「分享」, the spoken line, keyboard, focus, print and the page without JavaScript come with it.
 *
 * Parts of the drawing act too. `acting('focus:1,2', { cell: [1, 2], label: '第 2 行第 3 列' })` (kit/svg.ts) gives the
 * attributes of an element that sends `{ name: 'focus', at: [1, 2] }` when it is clicked, touched or, with the keyboard
 * on it, by Enter or Space; within `cells('权重 A', …)` the arrow keys walk from cell to cell. In the first frame these
 * are plain drawings: the browser gives them a role and a place in the tab order when the script runs.
 * `step` on a cell names an action that + and − send (value `1`, `-1`).
 * `dragging('point:0', …)` makes a handle that is dragged, or moved by the arrow keys: the action then has `move`.
 *
 * Ready views: kit/svg.ts (matrix, arrow, text), bars.ts (words with bars), plane.ts (points, handles, curves),
 * table.ts (small words in a grid), time-space.ts (messages between two lines of time), bit-editor.ts (bits to press; model bits.ts), graph-board.ts (graphs and trees);
 * numbers.ts has the mathematics that many need, memo.ts keeps a result that one redraw asks for several times.
 * Lines may be `fig-curve` with `is-query is-key is-value is-faint`, and `fig-thick`; `fig-ring` frames what is looked at.
 *
 * A figure with a large data file fetches it in `ready(state)` (alignment-grid/weights.ts); Name.astro then awaits
 * `figure.ready?.(figure.initial)` before it prints.
 *
 * The state is a small JSON value: numbers, strings, flags and lists. It stands in `data-state`, and in the address
 * (`#coin~{…}`) when the reader shares it. A player (`player`) adds steps, a timeline, speeds and its keys.
 */

import type { Parser } from './parse.ts';

/** What the reader did: `data-act="name:1,2"` gives name and places; an input adds its value (a checkbox `on` or ''). */
export interface Action {
  readonly name: string;
  readonly at: readonly number[];
  readonly value: string;
  /** Of a drag handle: where it is pulled to (drawing units), or by how many steps the arrow keys push it. */
  readonly move?: { readonly to: readonly [number, number] } | { readonly by: readonly [number, number] };
}

/** Makes a sequence of frames out of states; the kit adds the bar with timeline, speed and keys. */
export interface Player<State> {
  /** How many frames there are in this state (at least 1). */
  readonly count: (state: State) => number;
  readonly step: (state: State) => number;
  /** The state at a frame, 0..count − 1. */
  readonly go: (state: State, step: number) => State;
  /** What a frame is called in the timeline; by default its number. */
  readonly name?: (state: State, step: number) => string;
}

export interface Figure<State> {
  /** The folder's name; also the name in a shared address. */
  readonly name: string;
  /** Shown in the gallery and on the group of controls. */
  readonly title: string;
  /** The chapter it belongs to, written or planned. */
  readonly chapter: string;
  readonly initial: State;
  /** Reads a state from JSON, or refuses it. Ranges belong here: `update` and `view` trust what passes. */
  readonly parse: Parser<State>;
  /** The drawing. Its ids start with the figure's name. */
  readonly view: (state: State) => string;
  /** HTML of the controls (kit/controls.ts). */
  readonly controls?: (state: State) => string;
  /** The next state; the same object for an action that changes nothing. A result that `parse` refuses is dropped. */
  readonly update: (state: State, action: Action) => State;
  /** One or two sentences with the numbers on show: printed below the drawing, and spoken when they change. */
  readonly announce: (after: State, before: State) => string;
  readonly player?: Player<State>;
  /** Fetches what `view` needs for a state; until the reader acts, the printed first frame needs nothing. */
  readonly ready?: (state: State) => Promise<void>;
}

/** Checks a definition once, where its author sees it. Throws an Error that names the figure and the mistake. */
export function defineFigure<State>(figure: Figure<State>): Figure<State> {
  if (!/^[a-z][a-z0-9-]*$/.test(figure.name)) throw new Error(`图「${figure.name}」的名字只能用小写字母、数字和连字符。`);
  if (figure.parse(JSON.parse(JSON.stringify(figure.initial))) === undefined) {
    throw new Error(`图「${figure.name}」的 parse 不接受它自己的 initial；请检查键名和范围。`);
  }
  return figure;
}

/** `#coin~{…}`: the address part that holds a figure's state. */
export function shareHash<State>({ name }: Figure<State>, state: State): string {
  return `#${name}~${encodeURIComponent(JSON.stringify(state))}`;
}

/** The state in an address, or `undefined` when it is another figure's, damaged or out of range. */
export function sharedState<State>({ name, parse }: Figure<State>, hash: string): State | undefined {
  const head = `#${name}~`;
  if (!hash.startsWith(head) || hash.length > 4000) return undefined;
  try {
    return parse(JSON.parse(decodeURIComponent(hash.slice(head.length))));
  } catch {
    return undefined;
  }
}
