import sharp from 'sharp';
import { expect, test } from 'vitest';
import { colour, indexedPng, steps, type Colour } from '../../../src/social/indexed-png.ts';

const pixels = (width: number, ...colours: readonly Colour[]) => ({
  width, height: colours.length / width, rgba: new Uint8Array(colours.flatMap((each) => [...each, 255])),
});
const shown = async (png: Buffer): Promise<Colour[]> => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.width * info.height }, (_, index): Colour => [data[3 * index] ?? 0, data[3 * index + 1] ?? 0, data[3 * index + 2] ?? 0]);
};

const [paper, ink, red]: Colour[] = [colour('#fbf8f2'), colour('#24211c'), colour('#a8321f')];

test('a picture in colours of the palette is shown as it was drawn', async () => {
  const drawn: Colour[] = [paper as Colour, ink as Colour, ink as Colour, red as Colour, paper as Colour, red as Colour];
  expect(await shown(indexedPng(pixels(3, ...drawn), [paper as Colour, ink as Colour, red as Colour]))).toEqual(drawn);
});

test('another colour becomes the nearest one', async () => {
  expect(await shown(indexedPng(pixels(2, [250, 250, 240], [60, 30, 30]), [paper as Colour, ink as Colour]))).toEqual([paper, ink]);
});

test('steps lead from one colour to another in even paces', () => {
  expect(steps([0, 100, 255], [40, 0, 255], 4)).toEqual([[10, 75, 255], [20, 50, 255], [30, 25, 255], [40, 0, 255]]);
});
