import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { breakLines, cardPainter, partHue } from '../../../src/social/card.ts';
import type { Glyph } from '../../../src/social/glyphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'cards-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

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
  const [one, two] = [await cardPainter(join(folder, 'one'))(card), await cardPainter(join(folder, 'two'))(card)];
  expect(one.equals(two)).toBe(true);
  expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([1200, 630]);
});

describe('a card', () => {
  const card = { eyebrow: '大模型', title: '自注意力机制解析', foot: 'Daily DeepLearning', hue: '#a8321f' };
  /** Brightness of the darkest red sample in a box: paper is 251. */
  const darkest = async (png: Buffer, left: number, top: number, width: number, height: number): Promise<number> =>
    (await sharp(await sharp(png).extract({ left, top, width, height }).toBuffer()).stats()).channels[0]?.min ?? Number.NaN;

  test.each([
    ['of one line', '自注意力'], ['of many', '从词袋到注意力：四十个汉字的标题也要完整地放在一张图里不会碰到边框和页脚上去'],
  ])('shows eyebrow, title and foot within its margins: a title %s', async (_case, title) => {
    const png = await cardPainter(join(folder, 'seen'))({ ...card, title });
    for (const [top, height] of [[124, 44], [186, 296], [520, 45]] as const) expect(await darkest(png, 96, top, 1008, height)).toBeLessThan(120);
    for (const [left, top, width, height] of [[0, 0, 95, 630], [1105, 0, 95, 630], [0, 0, 1200, 95], [0, 483, 1200, 16], [0, 570, 1200, 60]] as const) {
      expect(await darkest(png, left, top, width, height)).toBe(251);
    }
  });

  test('sets a short title large', async () => {
    const png = await cardPainter(join(folder, 'seen'))({ ...card, title: '自注意力' });
    expect(await darkest(png, 96, 290, 1008, 14)).toBeLessThan(120);
  });

  test.each(['cs', 'python', 'data', 'ml', 'dl', 'nlp', 'llm'])('has the hue that pages give the part %s; other parts have the accent', (part) => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    expect(tokens).toContain(`[data-part="${part}"] { --part: light-dark(${partHue(part)},`);
    expect(tokens).toContain(`--accent: light-dark(${partHue('other')},`);
  });
});
