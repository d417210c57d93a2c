/** Text as search compares it: NFKC, lower case, no white space; `at[i]` is where character `i` stands in the original. */
export interface Folded {
  readonly original: string;
  readonly text: string;
  readonly at: readonly number[];
}

/** Offsets into the original text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const plain = /[a-z0-9\p{Script=Han}]/u;
const space = /[\s\p{C}]/u;
const wordy = /[\p{Script=Latin}\p{N}_]/u;
/** Typographic twins that readers type as their ASCII form. */
const twins = ['⊤−–—‐‑“”‘’⟨⟩×·', `t-----""''<>x.`] as const;

export function foldCharacter(character: string): string {
  if (plain.test(character)) return character;
  return twins[1][twins[0].indexOf(character)] ?? character.normalize('NFKC').toLowerCase();
}

/** Characters of private use are white space here: they mark where formulas and code begin and end. */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    if (!space.test(character)) {
      for (const unit of foldCharacter(character).split('')) {
        if (space.test(unit)) continue;
        text += unit;
        at.push(offset);
      }
    }
    offset += character.length;
  }
  return { original, text, at };
}

export function foldText(original: string): string {
  return fold(original).text;
}

/** A Latin needle must start where a word starts, so that `former` is not found in Transformer. */
function startsWord({ original, at, text }: Folded, index: number): boolean {
  if (!wordy.test(text[index] ?? '')) return true;
  const before = original[(at[index] ?? 0) - 1];
  return before === undefined || !wordy.test(before);
}

function endOf({ original, at }: Folded, index: number): number {
  const last = at[index - 1] ?? 0;
  return last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
}

/** Every place where the folded needle stands, without overlaps. */
export function findAll(folded: Folded, needle: string, limit = Infinity): Range[] {
  const found: Range[] = [];
  if (needle === '') return found;
  for (let index = folded.text.indexOf(needle); index >= 0 && found.length < limit;) {
    const fits = startsWord(folded, index);
    if (fits) found.push({ start: folded.at[index] ?? 0, end: endOf(folded, index + needle.length) });
    index = folded.text.indexOf(needle, index + (fits ? needle.length : 1));
  }
  return found;
}

export function contains(folded: Folded, needle: string): boolean {
  return findAll(folded, needle, 1).length > 0;
}
