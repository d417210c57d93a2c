/** Facts about Chinese text that several parts of the site need. */

const han = /\p{Script=Han}/gu;
const latinWord = /[\p{Script=Latin}\d]+/gu;

export function countHan(text: string): number {
  return text.match(han)?.length ?? 0;
}

/**
 * Minutes for a first, attentive reading of technical text, at least 1.
 * 300 characters a minute is the lower range of measured silent reading of Chinese prose; a formula or a
 * line of code costs a learner about as much time as 12 or 8 characters.
 */
export function readingMinutes({ prose, formulas, codeLines }: {
  readonly prose: string;
  readonly formulas: number;
  readonly codeLines: number;
}): number {
  const words = prose.match(latinWord)?.length ?? 0;
  const load = countHan(prose) + 1.5 * words + 12 * formulas + 8 * codeLines;
  return Math.max(1, Math.round(load / 300));
}
