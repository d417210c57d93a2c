const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const letter = /^[\p{L}\p{N}]$/u;
const han = /^\p{Script=Han}$/u;
/** Prepositions and conjunctions: they open a phrase. */
const opening = '从在与和或对把被为比向';
/** A character that no word before it holds. */
const alone = new RegExp(String.raw`(?:^|[^\p{L}\p{N}]|[${opening}])\p{Script=Han}$`, 'u');
/** Particles: they close one. */
const closing = '的了着过地得们';

const lone = (text: string): boolean => [...text].length === 1 && han.test(text);
const opens = (piece: string): boolean => piece !== '' && opening.includes(piece.at(-1) ?? '');

/** Whether a line could end between two segments at all; beside punctuation the browser knows better. */
const meet = (before: string, after: string): boolean => letter.test(before.at(-1) ?? '') && letter.test(after.at(0) ?? '');

/** Whether two characters in a row make a word of their own: 基础|读到, not 基础读|到. */
function pairs(piece: string, segment: string, next: string): boolean {
  return lone(segment) && lone(next) && !opening.includes(next) && !closing.includes(next) && piece.length > 1 && !opens(piece);
}

/**
 * Whether a segment stays with the piece before it. The segmenter leaves many single characters (计算|机, 掩|码):
 * they lean on a neighbour, unless they open a phrase.
 */
function stays(piece: string, segment: string, next: string): boolean {
  if (!meet(piece, segment) || closing.includes(segment)) return true;
  if (opening.includes(segment) || pairs(piece, segment, next)) return false;
  return opens(piece) || alone.test(piece) || lone(segment);
}

/**
 * A title cut where its lines may end: between Chinese words, not inside one.
 * Set with `<wbr>` between the pieces under `word-break: keep-all`.
 */
export function breakable(title: string): readonly string[] {
  const segments = [...segmenter.segment(title)].map(({ segment }) => segment);
  return segments.reduce<readonly string[]>((pieces, segment, index) => {
    const piece = pieces.at(-1);
    return piece !== undefined && stays(piece, segment, segments[index + 1] ?? '')
      ? [...pieces.slice(0, -1), piece + segment]
      : [...pieces, segment];
  }, []);
}
