import { foldText } from './fold.ts';

/** Words that must not be cut: names of terms, what stands in titles, and fillers, so that 怎么办 leaves no 办 behind. */
export interface KnownWords {
  readonly has: (word: string) => boolean;
  readonly longest: number;
  /** Words that ask, join or fill: a query's meaning stands in the others. */
  readonly isStop: (word: string) => boolean;
}

/** `stop`: words with spaces between. */
export function knownWords(words: Iterable<string>, stop: string): KnownWords {
  const fillers = new Set(stop.split(' '));
  const all = new Set([...words, ...fillers].filter((word) => word.length > 1));
  return { has: (word) => all.has(word), longest: Math.max(1, ...[...all].map((word) => word.length)), isStop: (word) => fillers.has(word) };
}

export type Cut = (text: string) => string[];

/** The browser's dictionary; where it has none, pairs of characters. */
export function systemCut(): Cut {
  if (typeof Intl.Segmenter !== 'function') return (text) => text.match(/.{1,2}/gu) ?? [];
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return (text) => [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Single characters beside each other are pieces of a word that the dictionary lacks. */
export function joinLone(pieces: readonly string[], { isStop }: Pick<KnownWords, 'isStop'>): string[] {
  const joined: string[] = [];
  let open = false;
  for (const piece of pieces) {
    const lone = piece.length === 1 && !isStop(piece);
    if (lone && open) joined[joined.length - 1] += piece;
    else joined.push(piece);
    open = lone;
  }
  return joined;
}

function cutHan(run: string, known: KnownWords, cut: Cut): string[] {
  const pieces: string[] = [];
  let rest = '';
  const flush = (): void => {
    if (rest !== '') pieces.push(...joinLone(cut(rest), known));
    rest = '';
  };
  for (let index = 0; index < run.length;) {
    let length = Math.min(known.longest, run.length - index);
    while (length > 1 && !known.has(run.slice(index, index + length))) length -= 1;
    if (length > 1) {
      flush();
      pieces.push(run.slice(index, index + length));
    } else rest += run[index] ?? '';
    index += length;
  }
  flush();
  return pieces;
}

/** A chunk with signs in it is looked for as it stands (`list[int]`, `c++`); signs at its ends mean nothing. */
function cutOther(chunk: string): string[] {
  const core = /^(?:--)?[([{<'".,:;!?&|]*(.*?)[)\]}>'".,:;!?&|]*$/su.exec(chunk)?.[1] ?? '';
  return /[\p{L}\p{N}]/u.test(chunk) ? [/[([{<]/.test(core) || core === '' ? chunk : core] : [];
}

/** The parts of a cleaned query that are looked for one by one, folded, without repeats; at most eight. */
export function unitsOf(query: string, known: KnownWords, cut: Cut): string[] {
  const chunks = query.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
  const pieces = chunks.flatMap((chunk) => (/^\p{Script=Han}/u.test(chunk) ? cutHan(chunk, known, cut) : cutOther(chunk)));
  const units = [...new Set(pieces.map(foldText))].filter((unit) => unit !== '');
  return units.filter((unit) => !known.isStop(unit)).slice(0, 8);
}
