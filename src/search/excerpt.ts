import { findAll, fold, foldText, type Folded, type Range } from './fold.ts';
import { mark, type Passage } from './full-text.ts';

/** A piece of an excerpt, in order; `hit` where it is what the reader looked for. */
export interface Piece {
  readonly text: string;
  readonly kind: 'text' | 'math' | 'code';
  readonly hit: boolean;
}

const folds = new WeakMap<object, Folded>();

/** Folding a chapter costs milliseconds; the same passage is asked at every keystroke. */
export function foldPassage(passage: { readonly text: string }): Folded {
  const held = folds.get(passage) ?? fold(passage.text);
  folds.set(passage, held);
  return held;
}

/** Places of the phrase, else of its units, without overlaps. */
export function hitsIn(folded: Folded, phrase: string, units: readonly string[]): Range[] {
  const whole = findAll(folded, phrase, 20);
  if (whole.length > 0) return whole;
  const each = units.flatMap((unit) => findAll(folded, unit, 20)).toSorted((a, b) => a.start - b.start || b.end - a.end);
  return each.filter((range, index) => !each.slice(0, index).some((earlier) => range.start < earlier.end));
}

/** The window of `length` characters that shows most of the hits; starts at a sentence where one begins near. */
function windowOf(text: string, hits: readonly Range[], length: number, body: number): Range {
  const counts = hits.map(({ start }) => hits.filter((hit) => hit.start >= start && hit.end <= start + length - 24).length);
  const from = hits[counts.indexOf(Math.max(...counts))]?.start ?? body;
  const near = Math.max(body, from - 36);
  const sentence = text.slice(near, from).search(/[^。；？\n]*$/);
  const start = sentence > 0 || near === body ? near + sentence : from - 18;
  return { start, end: Math.min(text.length, start + length) };
}

const kinds: Readonly<Record<string, Piece['kind']>> = {
  [mark.mathStart]: 'math', [mark.mathEnd]: 'text', [mark.codeStart]: 'code', [mark.codeEnd]: 'text',
};

/** An excerpt of a passage around its hits, else of its beginning, never of its heading. Cut ends carry 「…」. */
export function excerpt(passage: Passage, phrase: string, units: readonly string[], length = 110): Piece[] {
  const hits = hitsIn(foldPassage(passage), phrase, units).filter(({ start }) => start >= passage.body);
  const window = windowOf(passage.text, hits, length, passage.body);
  const pieces = cut(passage.text, hits, window);
  const dots = (isCut: boolean): Piece[] => (isCut ? [{ text: '…', kind: 'text', hit: false }] : []);
  return pieces.length === 0 ? [] : [...dots(window.start > passage.body), ...pieces, ...dots(window.end < passage.text.length)];
}

/** A title or heading with what was looked for marked in it. */
export function markText(text: string, wanted: readonly string[]): Piece[] {
  return cut(text, hitsIn(fold(text), '', wanted.map(foldText)), { start: 0, end: text.length });
}

function cut(text: string, hits: readonly Range[], { start, end }: Range): Piece[] {
  const pieces: Piece[] = [];
  let kind: Piece['kind'] = 'text';
  let run = '';
  let inHit = false;
  const flush = (): void => {
    if (run !== '') pieces.push({ text: run, kind, hit: inHit });
    run = '';
  };
  for (let index = 0; index < end; index += 1) {
    const next = kinds[text[index] ?? ''];
    const hit = hits.some((range) => range.start <= index && index < range.end);
    if (index >= start && (next !== undefined || hit !== inHit)) flush();
    if (next !== undefined) kind = next;
    if (index < start) continue;
    inHit = hit;
    if (next === undefined) run += text[index] ?? '';
  }
  flush();
  return pieces;
}
