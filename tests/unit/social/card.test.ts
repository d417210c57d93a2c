import { describe, expect, test } from 'vitest';
import { breakLines, cardPainter } from '../../../src/social/card.ts';
import type { Glyph } from '../../../src/social/glyphs.ts';

/** Han and full-width characters are 10 wide, all others 5. */
const set = (text: string): Glyph[] =>
  Array.from(text, (character) => ({ character, path: '', width: /[\u2E80-\uFFEF]/.test(character) ? 10 : 5 }));
const lines = (text: string, limit: number): string[] =>
  breakLines(set(text), limit).map((line) => line.map(({ character }) => character).join(''));

describe('breakLines', () => {
  test.each([
    ['a title that fits stays on one line', '自注意力', 40, ['自注意力']],
    ['Chinese breaks between any two characters', '自注意力机制', 40, ['自注意力', '机制']],
    ['no line begins with closing punctuation', '自注意力，机制', 40, ['自注意', '力，机制']],
    ['no line ends with an opening bracket', '自注意「力机制」', 40, ['自注意', '「力机', '制」']],
    ['a Latin word is not torn', '读懂Transformer', 70, ['读懂', 'Transformer']],
    ['a space at a break disappears', 'I love NLP', 30, ['I love', 'NLP']],
  ])('%s', (_name, text, limit, expected) => expect(lines(text, limit)).toEqual(expected));
});

test('the same card is painted to the same bytes', async () => {
  const card = { eyebrow: '大模型', title: '自注意力机制解析', foot: 'Daily DeepLearning', hue: '#a8321f' };
  const [one, two] = [await cardPainter()(card), await cardPainter()(card)];
  expect(one.equals(two)).toBe(true);
  expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([1200, 630]);
});
