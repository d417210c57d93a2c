import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inlineDrawing } from '../../../src/markdown/drawing.ts';

const colours = readFileSync('src/examples/figures.py', 'utf8').match(/#[0-9a-f]{6}/g) ?? [];
const tokens = readFileSync('src/styles/tokens.css', 'utf8');

test('figures are drawn with ink, a grey and six colours', () => expect(colours).toHaveLength(8));

test.each(colours)('%s is the light scheme\'s colour of the token that the page puts in its place', (colour) => {
  const svg = inlineDrawing(`<svg><path style="fill: ${colour}"/></svg>`, '');
  const token = /var\((--[\w-]+)\)/.exec(JSON.stringify(svg))?.[1];
  expect(tokens).toContain(`${token}: light-dark(${colour},`);
});
