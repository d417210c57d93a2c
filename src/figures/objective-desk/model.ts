/** One sentence under five pre-training objectives: what the model reads, what it must answer, who sees whom. */

export const objectives = ['mlm', 'causal', 'permutation', 'detection', 'span'] as const;
export type Objective = (typeof objectives)[number];

/** What the reader sets. */
export interface DeskState {
  readonly objective: Objective;
  /** Places in question, 0-based and in reading order. */
  readonly hidden: readonly number[];
  /** Chooses the order in which the permutation objective reads; 0 is the chapter's. */
  readonly shuffle: number;
}

export const words: readonly string[] = ['我', '的', '鸭', '今天', '会', '嘎嘎', '叫', '。'];
/** What the small generator of the detection objective would put in each place; some guesses are right. */
const guesses: readonly string[] = ['她', '的', '猫', '昨天', '会', '喵喵', '叫', '。'];
const sentinels = ['⟨X⟩', '⟨Y⟩', '⟨Z⟩', '⟨W⟩'] as const;

/** At most this many places in question, so that the encoder and the decoder fit side by side. */
export const mostHidden = 3;
export const initialState: DeskState = { objective: 'mlm', hidden: [2, 5, 6], shuffle: 0 };

/** Why a query sees a key: `own` only in the content stream, `cross` from the decoder into the encoder. */
export type Sight = 'open' | 'own' | 'cross' | 'none';

export interface Desk {
  /** What the model reads; with `span`, the encoder's tokens and then the decoder's. */
  readonly read: readonly string[];
  /** How many tokens of `read` belong to the encoder. */
  readonly encoder: number;
  /** The answer asked of each place, `undefined` where no loss arises. */
  readonly asked: readonly (string | undefined)[];
  /** `sight[query][key]` */
  readonly sight: readonly (readonly Sight[])[];
  /** With `permutation`: places in the order of reading. */
  readonly order: readonly number[];
}

const places: readonly number[] = words.map((_word, place) => place);
const grid = (size: number, rule: (query: number, key: number) => Sight): readonly (readonly Sight[])[] =>
  Array.from({ length: size }, (_row, query) => Array.from({ length: size }, (_cell, key) => rule(query, key)));

/** Shuffles by a small linear congruential generator; 0 leaves the list as it is. */
function shuffled(list: readonly number[], seed: number): readonly number[] {
  const result = [...list];
  let state = seed * 7919 + 17;
  for (let last = result.length - 1; seed > 0 && last > 0; last -= 1) {
    state = (state * 48271) % 2147483647;
    const other = state % (last + 1);
    [result[last], result[other]] = [result[other] ?? 0, result[last] ?? 0];
  }
  return result;
}

/** Context first, then the places in question, the last of them first: 叫, 嘎嘎, 鸭. */
export function readingOrder({ hidden, shuffle }: DeskState): readonly number[] {
  const context = places.filter((place) => !hidden.includes(place));
  return [...shuffled(context, shuffle), ...shuffled([...hidden].reverse(), shuffle)];
}

/** Encoder input and decoder target of span corruption; the target closes with one more sentinel. */
export function corrupt(hidden: readonly number[]): { readonly source: readonly string[]; readonly target: readonly string[] } {
  const source: string[] = [];
  const target: string[] = [];
  let spans = 0;
  for (const place of places) {
    const word = words[place] ?? '';
    if (!hidden.includes(place)) {
      source.push(word);
      continue;
    }
    if (!hidden.includes(place - 1)) {
      const mark = sentinels[spans] ?? '';
      spans += 1;
      source.push(mark);
      target.push(mark);
    }
    target.push(word);
  }
  return { source, target: [...target, sentinels[spans] ?? ''] };
}

export function layOut(state: DeskState): Desk {
  const { hidden } = state;
  const size = words.length;
  const base = { encoder: size, order: places };
  const isHidden = (place: number): boolean => hidden.includes(place);
  switch (state.objective) {
    case 'mlm':
      return {
        ...base, read: words.map((word, place) => (isHidden(place) ? '[M]' : word)),
        asked: words.map((word, place) => (isHidden(place) ? word : undefined)), sight: grid(size, () => 'open'),
      };
    case 'causal':
      return {
        ...base, read: ['▷', ...words.slice(0, -1)], asked: words,
        sight: grid(size, (query, key) => (key <= query ? 'open' : 'none')),
      };
    case 'permutation': {
      const order = readingOrder(state);
      return {
        ...base, order, read: words, asked: words.map((word, place) => (isHidden(place) ? word : undefined)),
        sight: grid(size, (query, key) =>
          query === key ? 'own' : order.indexOf(key) < order.indexOf(query) ? 'open' : 'none'),
      };
    }
    case 'detection': {
      const read = words.map((word, place) => (isHidden(place) ? guesses[place] ?? word : word));
      return { ...base, read, asked: read.map((word, place) => (word === words[place] ? '真' : '假')), sight: grid(size, () => 'open') };
    }
    case 'span': {
      const { source, target } = corrupt(hidden);
      const encoder = source.length;
      return {
        read: [...source, '▷', ...target.slice(0, -1)], encoder, order: places,
        asked: [...source.map(() => undefined), ...target],
        sight: grid(encoder + target.length, (query, key) => {
          if (query < encoder) return key < encoder ? 'open' : 'none';
          return key < encoder ? 'cross' : key <= query ? 'open' : 'none';
        }),
      };
    }
  }
}

/** How many places have a loss, how many cells are visible (the content stream's own cells apart), how many there are. */
export function tally({ asked, sight }: Desk): { readonly losses: number; readonly visible: number; readonly cells: number } {
  const cells = sight.flat();
  return {
    losses: asked.filter((answer) => answer !== undefined).length,
    visible: cells.filter((cell) => cell === 'open' || cell === 'cross').length,
    cells: cells.length,
  };
}

/** The reader presses a word: into question, or out of it; the last one stays, and a fourth pushes the first out. */
export function toggled(state: DeskState, place: number): DeskState {
  if (state.hidden.includes(place)) {
    return state.hidden.length === 1 ? state : { ...state, hidden: state.hidden.filter((other) => other !== place) };
  }
  const kept = state.hidden.slice(Math.max(0, state.hidden.length + 1 - mostHidden));
  return { ...state, hidden: [...kept, place].sort((a, b) => a - b) };
}
