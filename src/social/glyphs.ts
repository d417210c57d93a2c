import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import { convert } from 'fontverter';

/** Words as outlines, so that pictures need no font on the machine that builds or shows them. */
export interface Outline {
  /** SVG path data with its origin on the baseline, y downwards. */
  readonly path: string;
  /** Advance width in drawing units. */
  readonly width: number;
}

export interface Glyph extends Outline {
  readonly character: string;
}

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const family = '@fontsource-variable/noto-serif-sc';

/** `U+4e00-4e7f,U+f900` as pairs of first and last code point. */
function parseRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [first = 0, last = first] = range.replace(/^U\+/i, '').split('-').map((part) => Number.parseInt(part, 16));
    return [first, last];
  });
}

/** The family comes in slices by Unicode range; only those that the words need are opened. */
class SlicedFont {
  private readonly slices: readonly Slice[];
  private readonly folder: string;
  private readonly open = new Map<string, Font | undefined>();
  private readonly weight: number;

  constructor(weight: number) {
    const require = createRequire(join(process.cwd(), 'package.json'));
    this.folder = dirname(require.resolve(`${family}/package.json`));
    this.weight = weight;
    const table = JSON.parse(readFileSync(join(this.folder, 'unicode.json'), 'utf8')) as Record<string, string>;
    this.slices = Object.entries(table).map(([name, ranges]) => ({
      file: `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
      ranges: parseRanges(ranges),
    }));
  }

  /** fontkit varies plain TrueType only, so a slice is unpacked from WOFF2 first. */
  private async read(file: string): Promise<Font | undefined> {
    const font = create(await convert(readFileSync(join(this.folder, 'files', file)), 'sfnt'));
    return 'getVariation' in font ? font.getVariation({ wght: this.weight }) : undefined;
  }

  private async font(codePoint: number): Promise<Font | undefined> {
    const slice = this.slices.find(({ ranges }) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last));
    if (slice === undefined) return undefined;
    if (!this.open.has(slice.file)) this.open.set(slice.file, await this.read(slice.file));
    return this.open.get(slice.file);
  }

  /** A character that the family lacks leaves a gap of one em rather than a wrong shape. */
  async character(character: string, size: number): Promise<Outline> {
    const font = await this.font(character.codePointAt(0) ?? 0);
    const glyph = font?.layout(character).glyphs[0];
    if (font === undefined || glyph === undefined) return { path: '', width: size };
    const scale = size / font.unitsPerEm;
    return { path: glyph.path.scale(scale, -scale).toSVG(), width: glyph.advanceWidth * scale };
  }
}

export type Typeset = (text: string, size: number) => Promise<readonly Glyph[]>;

/**
 * A typesetter for one weight (200–900); outlines are kept, since titles share characters.
 * One character after the other: the WOFF2 decompressor cannot run twice at a time.
 */
export function typesetter(weight: number): Typeset {
  const font = new SlicedFont(weight);
  const known = new Map<string, Outline>();
  return async (text, size) => {
    const glyphs: Glyph[] = [];
    for (const character of text) {
      const key = `${size} ${character}`;
      const outline = known.get(key) ?? await font.character(character, size);
      known.set(key, outline);
      glyphs.push({ ...outline, character });
    }
    return glyphs;
  };
}
