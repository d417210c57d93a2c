const letter = /^[\p{L}\p{N}]$/u;
const han = /^\p{Script=Han}$/u;
/** Prepositions and conjunctions: they open a phrase. */
const opening = new Set('从在与和或对把被为比向');
/** A character that no word before it holds. */
const alone = /(?:^|[^\p{L}\p{N}]|[从在与和或对把被为比向])\p{Script=Han}$/u;
/** Particles: they close one. */
const closing = new Set('的了着过地得们');

/** Whether a line could end between two segments at all; beside punctuation the browser knows better. */
const meet = (before: string | undefined, after: string): boolean =>
  before !== undefined && letter.test(before.at(-1) ?? '') && letter.test(after.at(0) ?? '');

/**
 * Whether a segment stays with the piece before it. The segmenter leaves many single characters (计算|机, 掩|码):
 * they lean on a neighbour, unless they open a phrase.
 */
function stays(piece: string, segment: string): boolean {
  if (!meet(piece, segment) || closing.has(segment)) return true;
  if (opening.has(segment)) return false;
  return opening.has(piece.at(-1) ?? '') || alone.test(piece) || [...segment].length === 1;
}

/**
 * A title cut where its lines may end: between Chinese words, not inside one.
 * Set with `<wbr>` between the pieces under `word-break: keep-all`.
 */
export function breakable(title: string): readonly string[] {
  const pieces: string[] = [];
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)].map(({ segment }) => segment);
  segments.forEach((segment, index) => {
    const piece = pieces.at(-1);
    const next = segments[index + 1] ?? '';
    // Two lone characters in a row are one word: 基础|读到, not 基础读|到.
    const pair = [...segment].length === 1 && [...next].length === 1 && han.test(segment) && han.test(next) &&
      !opening.has(next) && !closing.has(next) && piece !== undefined && [...piece].length > 1 && !opening.has(piece.at(-1) ?? '');
    if (piece === undefined || (pair && meet(piece, segment)) || !stays(piece, segment)) pieces.push(segment);
    else pieces[pieces.length - 1] = piece + segment;
  });
  return pieces;
}
