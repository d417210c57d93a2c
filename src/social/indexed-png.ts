import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Drawn pixels: four bytes each, row by row, none of them see-through. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** `#rrggbb`. */
export function colour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Colours on the way from one to another, the last included and the first not: what a soft edge between the two is made of. */
export function steps(from: Colour, to: Colour, count: number): Colour[] {
  const between = (channel: 0 | 1 | 2, share: number): number => Math.round(from[channel] + (to[channel] - from[channel]) * share);
  return Array.from({ length: count }, (_, index) => (index + 1) / count).map((share) => [between(0, share), between(1, share), between(2, share)]);
}

const distance = (a: Colour, b: Colour): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

function nearest(wanted: Colour, palette: readonly Colour[]): number {
  return palette.reduce((best, candidate, index) => (distance(candidate, wanted) < distance(palette[best] ?? candidate, wanted) ? index : best), 0);
}

/** One piece of memory for one picture after the other: the collector need not run for what is thrown away at once. */
let room = new Uint8Array(0);
function roomFor(bytes: number): Uint8Array {
  if (room.length !== bytes) room = new Uint8Array(bytes);
  return room;
}

/** PNG's rows: before each the number of its filter, here none, since flat areas pack best as they are. */
function rows({ width, height, rgba }: Pixels, palette: readonly Colour[]): Uint8Array {
  const out = roomFor((width + 1) * height);
  // Whole pixels compare faster than their bytes; which byte stands where in the number does not matter.
  const whole = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const known = new Map<number, number>();
  let [last, place] = [-1, 0];
  for (let y = 0, from = 0, to = 1; y < height; y += 1, to += 1) {
    for (let x = 0; x < width; x += 1, from += 1, to += 1) {
      const pixel = whole[from] ?? 0;
      // Most pixels are as their left neighbour.
      if (pixel !== last) {
        last = pixel;
        place = known.get(pixel) ?? nearest([rgba[4 * from] ?? 0, rgba[4 * from + 1] ?? 0, rgba[4 * from + 2] ?? 0], palette);
        known.set(pixel, place);
      }
      out[to] = place;
    }
  }
  return out;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG whose pixels have the nearest of at most 256 given colours: who knows the colours need not search the picture for them. */
export function indexedPng(pixels: Pixels, palette: readonly Colour[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels.width, 0);
  head.writeUInt32BE(pixels.height, 4);
  // Eight bits a pixel, by palette.
  head.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(rows(pixels, palette))), chunk('IEND', Buffer.alloc(0)),
  ]);
}
