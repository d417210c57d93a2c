import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { keptBytes } from '../lib/result-cache.ts';
import { typesetter, type Glyph, type Typeset } from './glyphs.ts';
import { colour, indexedPng, steps, type Colour } from './indexed-png.ts';

/** What a shared link shows: 1200 × 630, the size that every service crops least. */
export interface Card {
  /** Small line above the title, e.g. the part and section. */
  readonly eyebrow: string;
  readonly title: string;
  /** Small line at the foot. */
  readonly foot: string;
  /** Colour of the seal and the rule, as `#rrggbb`. */
  readonly hue: string;
}

const width = 1200;
const height = 630;
const margin = 96;
const paper = '#fbf8f2';
const ink = '#24211c';
const soft = '#57514a';
const hairline = '#e2dacb';

/** The light theme's hue of each part (styles/tokens.css); a part without one takes the site's seal red. */
const hues: Readonly<Record<string, string>> = {
  cs: '#3f5a6b', python: '#2f6a3f', data: '#7a5a00', ml: '#1f5f8b', dl: '#5b4b9a', nlp: '#8a3a6b', llm: '#a8321f',
};

export function partHue(part = ''): string {
  return hues[part] ?? '#a8321f';
}

/** No line may begin with closing punctuation, nor end with an opening one. */
const closing = /^[，。、；：？！）》」』”’…,.;:?!)\]]$/u;
const opening = /^[（《「『“‘([]$/u;
const insideWord = /^[\p{Script=Latin}\d'’-]$/u;

function mayBreak(before: Glyph, after: Glyph): boolean {
  return !closing.test(after.character) && !opening.test(before.character) &&
    !(insideWord.test(before.character) && insideWord.test(after.character));
}

/** Greedy lines of at most `limit` units, broken where Chinese typography allows. */
export function breakLines(glyphs: readonly Glyph[], limit: number): Glyph[][] {
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let length = 0;
  for (const glyph of glyphs) {
    if (length + glyph.width > limit && line.length > 0) {
      let cut = line.length;
      const next = (): Glyph => line[cut] ?? glyph;
      while (cut > 1 && !mayBreak(line[cut - 1] ?? glyph, next())) cut -= 1;
      const rest = line.splice(cut);
      lines.push(line);
      line = rest.filter(({ character }, index) => index > 0 || character !== ' ');
      length = line.reduce((sum, item) => sum + item.width, 0);
    }
    if (line.length === 0 && glyph.character === ' ') continue;
    line.push(glyph);
    length += glyph.width;
  }
  return line.length === 0 ? lines : [...lines, line];
}

function drawLine(glyphs: readonly Glyph[], x: number, y: number, colour: string): string {
  let left = x;
  const paths = glyphs.map((glyph) => {
    const drawn = glyph.path === '' ? '' : `<path transform="translate(${left.toFixed(2)} ${y})" d="${glyph.path}"/>`;
    left += glyph.width;
    return drawn;
  });
  return `<g fill="${colour}">${paths.join('')}</g>`;
}

/** The title stands between the eyebrow and the rule at the foot. */
const titleArea = { top: 186, height: 296 };
const leading = 1.3;

function blockHeight(lines: number, size: number): number {
  return ((lines - 1) * leading + 0.92) * size;
}

/** Largest size at which the title fits its area. */
async function titleLines(title: string, typeset: Typeset): Promise<{ readonly size: number; readonly lines: Glyph[][] }> {
  const sizes = [88, 80, 74, 66, 58, 50] as const;
  for (const size of sizes) {
    const lines = breakLines(await typeset(title, size), width - 2 * margin);
    if (blockHeight(lines.length, size) <= titleArea.height || size === sizes.at(-1)) return { size, lines };
  }
  return { size: sizes[0], lines: [] };
}

/** Flat colours, and as many shades between paper and ink as an eye can tell on the edge of a letter. */
function palette(hue: string): Colour[] {
  const from = colour(paper);
  return [from, ...steps(from, colour(ink), 32), ...steps(from, colour(soft), 16), ...steps(from, colour(hairline), 2), colour(hue)];
}

async function paint(svg: string, hue: string): Promise<Buffer> {
  return indexedPng({ width, height, rgba: await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer() }, palette(hue));
}

/** Changes with everything but the drawing that shapes a picture's bytes; the modules are read where they stand, since pages run bundled. */
function maker(): string {
  const code = ['card.ts', 'indexed-png.ts'].map((name) => readFileSync(join(process.cwd(), 'src/social', name), 'utf8'));
  return JSON.stringify([sharp.versions, process.versions.zlib, code]);
}

/** Draws cards; the two weights are opened once and shared by all of them. What was drawn before is taken from the folder. */
export function cardPainter(folder: string): (card: Card) => Promise<Buffer> {
  const bold = typesetter(700);
  const regular = typesetter(450);
  const made = maker();
  return async ({ eyebrow, title, foot, hue }) => {
    const { size, lines } = await titleLines(title, bold);
    const top = titleArea.top + (titleArea.height - blockHeight(lines.length, size)) / 2 + 0.85 * size;
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<rect width="${width}" height="${height}" fill="${paper}"/>`,
      `<rect x="${margin}" y="${margin}" width="56" height="6" fill="${hue}"/>`,
      drawLine(await regular(eyebrow, 32), margin, 156, soft),
      ...lines.map((line, index) => drawLine(line, margin, Math.round(top + index * size * leading), ink)),
      `<rect x="${margin}" y="${height - 130}" width="${width - 2 * margin}" height="1.5" fill="${hairline}"/>`,
      drawLine(await regular(foot, 30), margin, height - 78, soft),
      '</svg>',
    ].join('');
    return keptBytes(folder, made + svg, () => paint(svg, hue));
  };
}
